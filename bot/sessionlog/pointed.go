package sessionlog

import "signpost/directory"

// Notes reports whether a log may say that people were pointed to a service. One
// that is there for a crisis, that keeps its address secret, or that is mostly for
// what is never in a log would say of somebody what the log leaves out.
func Notes(s *directory.Service) bool {
	if !s.Shown() || s.Confidential {
		return false
	}
	sensitive := 0
	for _, n := range s.Needs {
		if n.Sensitive() {
			sensitive++
		}
	}
	return 2*sensitive < len(s.Needs) || sensitive == 0
}

// NotedNeeds are the needs that a log may say, those first that people say first.
func NotedNeeds() (first, others []directory.Need) {
	first = []directory.Need{
		directory.Anxiety, directory.LowMood, directory.Loneliness, directory.BodyAches,
		directory.Relationships, directory.Bereavement, directory.Money, directory.JustTalk,
	}
	said := map[directory.Need]bool{}
	for _, n := range first {
		said[n] = true
	}
	for _, n := range directory.Needs() {
		if !said[n] && !n.Sensitive() {
			others = append(others, n)
		}
	}
	return first, others
}
