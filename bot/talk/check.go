package talk

import (
	"fmt"
	"slices"

	"signpost/bot/people"
)

// Check tells what is wrong with a book, one sentence a fault; nothing when it
// is sound. Each branch names steps that exist, every step can be reached,
// each flow can end, nothing is there twice, and the footer and the home exist.
func Check(b Book) []string {
	var faults []string
	say := func(format string, a ...any) { faults = append(faults, fmt.Sprintf(format, a...)) }
	commands, flows := map[string]bool{}, map[string]bool{}
	for _, e := range b.Entrances {
		if !validCommand(e.Command) {
			say("/%s: a command has 1 to 32 of a-z, 0-9 and _", e.Command)
		}
		if commands[e.Command] {
			say("/%s is there twice", e.Command)
		}
		commands[e.Command] = true
		if len(e.For) == 0 {
			say("/%s: nobody may enter", e.Command)
		}
		for _, r := range e.For {
			if !slices.Contains(people.Roles, r) {
				say("/%s: there is no role %q", e.Command, r)
			}
		}
		if e.Command == UrgentCommand {
			continue // answered before any flow, see Book.Hear
		}
		if e.Flow.Name == "" || flows[e.Flow.Name] {
			say("/%s: the flow %q has no name of its own", e.Command, e.Flow.Name)
		}
		flows[e.Flow.Name] = true
		faults = append(faults, checkFlow(e.Flow)...)
	}
	if home, ok := b.entrances[b.Home]; !ok {
		say("the home /%s does not exist", b.Home)
	} else if !slices.Contains(home.For, people.Member) || home.Over {
		say("the home /%s must be open to everybody and lie over nothing", b.Home)
	}
	if b.Urgent == nil {
		say("there is no urgent card")
	}
	return faults
}

// checkFlow looks at the steps of one flow.
func checkFlow(f Flow) []string {
	var faults []string
	say := func(format string, a ...any) {
		faults = append(faults, f.Name+": "+fmt.Sprintf(format, a...))
	}
	if len(f.Steps) == 0 {
		say("has no steps")
		return faults
	}
	names := map[string]bool{}
	for _, s := range f.Steps {
		name := stepName(s)
		switch {
		case name == "" || name == End:
			say("a step needs a name other than %q", name)
		case names[name]:
			say("the step %s is there twice", name)
		}
		names[name] = true
		if a, ok := s.(Ask); ok && (a.Show == nil || a.Take == nil) {
			say("the question %s lacks Show or Take", name)
		}
		if r, ok := s.(Run); ok && r.Do == nil {
			say("the step %s does nothing", name)
		}
	}
	for i, s := range f.Steps {
		br := branchOf(s)
		if br != nil && (br.Pick == nil || len(br.To) == 0) {
			say("the branch of %s leads nowhere", stepName(s))
		}
		for _, to := range ways(f, i) {
			if to != End && !names[to] {
				say("%s leads to %s, which does not exist", stepName(s), to)
			}
		}
	}
	for i, s := range f.Steps {
		if !reaches(f, 0, stepName(s)) {
			say("the step %s can't be reached", stepName(s))
		}
		if !reaches(f, i, End) {
			say("there is no way from %s to the end", stepName(s))
		}
	}
	return faults
}

// ways are the steps to which the step at i can lead.
func ways(f Flow, i int) []string {
	if br := branchOf(f.Steps[i]); br != nil {
		return br.To
	}
	if i+1 < len(f.Steps) {
		return []string{stepName(f.Steps[i+1])}
	}
	return []string{End}
}

// reaches reports whether a way leads from the step at i to the one named.
func reaches(f Flow, i int, name string) bool {
	seen := make([]bool, len(f.Steps))
	open := []int{i}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		if stepName(f.Steps[at]) == name {
			return true
		}
		if seen[at] {
			continue
		}
		seen[at] = true
		for _, to := range ways(f, at) {
			if to == End {
				if name == End {
					return true
				}
				continue
			}
			if j, ok := f.find(to); ok {
				open = append(open, j)
			}
		}
	}
	return false
}
