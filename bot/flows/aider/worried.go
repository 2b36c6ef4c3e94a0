package aider

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// WorriedDirectory is what the screens for somebody who is worried read of the
// directory.
type WorriedDirectory interface {
	// OfKind gives the services of a kind that are active.
	OfKind(ctx context.Context, kind string) ([]*directory.Service, error)
	// Organisation gives one; directory.ErrNotFound when there is none.
	Organisation(ctx context.Context, id directory.ID) (directory.Organisation, error)
}

// WorriedDesk is what they read of what the bot keeps.
type WorriedDesk interface {
	// Wearers are all hats worn in a group; with "" those without a group.
	Wearers(ctx context.Context, group string) ([]people.Wearer, error)
	// Word is one word that somebody is worried; false when it is kept no longer.
	Word(ctx context.Context, id string) (sessionlog.Word, bool, error)
	// Words are those of a group that are kept, seen ones too; of all with "".
	Words(ctx context.Context, group string) ([]sessionlog.Word, error)
}

// worriers are who meets people in a group and may be worried about somebody.
var worriers = []people.Role{people.FirstAider, people.GroupAdmin, people.SafeguardingLead}

// Worried are the entrances for somebody who is worried about somebody, and for
// whoever a word of theirs goes to. id makes the id of a word.
func Worried(dir WorriedDirectory, desk WorriedDesk, id func() string) []talk.Entrance {
	w := worried{dir: dir, desk: desk, id: id}
	return []talk.Entrance{
		{
			Command: "worried", For: worriers, Help: locales.CommandWorried(), Over: true, Flow: w.page(),
		},
		{
			Command: "worried_word", For: worriers, About: "send a word without a name to the lead of one's group, or to the office", Over: true,
			GroupOf: worriedGroup, Begin: worriedBegin, Flow: w.word(),
		},
		{
			Command: "word", For: []people.Role{people.SafeguardingLead, people.Coordinator},
			About: "say that one has seen the word of somebody who is worried", Over: true,
			GroupOf: w.groupOfWord, Begin: beginSee, Flow: w.see(),
		},
	}
}

// WorriedMenu is the row of the menu for those who may be worried about somebody.
func WorriedMenu(p people.Person) [][]talk.Button {
	if !p.May(worriers, "") {
		return nil
	}
	return talk.Column(WorriedButton())
}

// WorriedButton opens the page, from wherever somebody may need it.
func WorriedButton() talk.Button {
	return talk.Enter("worried", "", locales.WorriedButtonOpen())
}

// worried is what somebody who is worried about somebody is told, and how a word
// reaches whom they may talk to. It keeps nothing that was typed: no question here
// takes any words.
type worried struct {
	dir  WorriedDirectory
	desk WorriedDesk
	id   func() string
}

var (
	worriedLeads = talk.Answer[[]string]("leads") // the groups with a lead that the person may send a word to
	worriedPick  = talk.Answer[string]("pick")
)

// The two whom a word can go to, as options and arguments.
const (
	worriedLead    = string(sessionlog.ToLead)
	worriedOutside = string(sessionlog.ToOutside)
)

// page is what to do, first of all, and then whom else one can talk to.
func (w worried) page() talk.Flow {
	return talk.Flow{Name: "worried", Steps: []talk.Step{
		talk.Run{Name: "look", Do: w.lookLeads},
		talk.One{
			Name: "page", Ask: w.sayPage, Options: worriedChoices, Into: worriedPick, Typed: worriedTyped,
			Chosen: func(_ context.Context, id string, a talk.Answers) error {
				leads := worriedLeads.Of(a)
				switch {
				case id == worriedOutside:
					return &talk.Open{Command: "worried_word", Arg: worriedOutside}
				case len(leads) == 1:
					return &talk.Open{Command: "worried_word", Arg: worriedArg(leads[0])}
				}
				return nil
			},
		}.Step(),
		talk.One{
			Name: "group", Ask: talk.Say(locales.WorriedAskGroup), Options: w.groups, Into: worriedPick, Typed: worriedTyped,
			Chosen: func(_ context.Context, id string, _ talk.Answers) error {
				return &talk.Open{Command: "worried_word", Arg: worriedLead + "." + id}
			},
		}.Step(),
	}}
}

// worriedTyped answers what is typed where only buttons count: nobody may believe
// that it was told to anybody.
func worriedTyped(context.Context, talk.Said, talk.Answers) error {
	return &talk.Retry{Text: locales.WorriedTyped()}
}

func worriedArg(group string) string { return worriedLead + "." + directory.ID(group).Short() }

// lookLeads finds the groups of the person that have a lead, other than they.
func (w worried) lookLeads(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	var out []string
	for _, group := range sc.Person.Groups(worriers...) {
		leads, err := w.those(ctx, people.Hat{Role: people.SafeguardingLead, Group: group}, sc.Person.ID)
		if err != nil {
			return err
		}
		if len(leads) > 0 {
			out = append(out, group)
		}
	}
	worriedLeads.Set(a, out)
	return nil
}

// those are who wears a hat, but for one person.
func (w worried) those(ctx context.Context, hat people.Hat, but string) ([]people.Wearer, error) {
	all, err := w.desk.Wearers(ctx, hat.Group)
	if err != nil {
		return nil, fmt.Errorf("looking whom a word can go to: %w", err)
	}
	return slices.DeleteFunc(slices.Clone(all), func(x people.Wearer) bool { return x.Hat != hat || x.Person == but }), nil
}

func worriedChoices(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	var out []talk.Choice
	if len(worriedLeads.Of(a)) > 0 {
		out = append(out, talk.Choice{ID: worriedLead, Label: locales.WorriedButtonLead()})
	}
	return append(out, talk.Choice{ID: worriedOutside, Label: locales.WorriedButtonOutside()}), nil
}

// groups are those whose lead a word can go to.
func (w worried) groups(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	var out []talk.Choice
	for _, group := range worriedLeads.Of(a) {
		o, err := w.dir.Organisation(ctx, directory.ID(group))
		if err != nil {
			return nil, fmt.Errorf("reading the name of a group: %w", err)
		}
		out = append(out, talk.Choice{ID: o.ID.Short(), Label: locales.Raw(o.Name)})
	}
	return out, nil
}

// sayPage is the page: whom to ring, what to do, and what became of words that the
// person has sent.
func (w worried) sayPage(ctx context.Context, sc talk.Scene, a talk.Answers) (locales.Text, error) {
	ring, err := w.ring(ctx)
	if err != nil {
		return locales.Text{}, err
	}
	status, err := w.status(ctx, sc)
	if err != nil {
		return locales.Text{}, err
	}
	var noLead locales.Text
	if len(worriedLeads.Of(a)) == 0 {
		noLead = locales.WorriedPartNoLead()
	}
	return locales.Paragraphs(locales.WorriedPage(), ring, locales.WorriedPartNotSure(), status,
		locales.WorriedPartSteps(), locales.Lines(locales.WorriedPartWord(), noLead)), nil
}

// ring is whom to ring, in this area.
func (w worried) ring(ctx context.Context) (locales.Text, error) {
	doors, err := w.dir.OfKind(ctx, directory.KindSafeguarding)
	if err != nil {
		return locales.Text{}, fmt.Errorf("looking whom to ring: %w", err)
	}
	return card.RingNow(doors), nil
}

// What is shown of one's own words: how many, and until when those that were seen.
const (
	worriedShown   = 3
	worriedSeenFor = 24 * time.Hour
)

// sent are the words of a person that matter today, the newest first.
func (w worried) sent(ctx context.Context, person string, now time.Time) ([]sessionlog.Word, error) {
	all, err := w.desk.Words(ctx, "")
	if err != nil {
		return nil, fmt.Errorf("looking for words: %w", err)
	}
	own := slices.DeleteFunc(slices.Clone(all), func(x sessionlog.Word) bool {
		return x.Sender != person || x.Seen && now.Sub(x.At) > worriedSeenFor
	})
	slices.SortStableFunc(own, func(a, b sessionlog.Word) int { return b.At.Compare(a.At) })
	return own, nil
}

// status says what became of the words that the person has sent.
func (w worried) status(ctx context.Context, sc talk.Scene) (locales.Text, error) {
	own, err := w.sent(ctx, sc.Person.ID, sc.Now)
	if err != nil || len(own) == 0 {
		return locales.Text{}, err
	}
	lines := []locales.Text{locales.WorriedPartYours()}
	for _, word := range own[:min(len(own), worriedShown)] {
		whom, at := worriedWhom(word.To), word.At.In(directory.London)
		say := locales.WorriedPartWaits
		switch {
		case word.Seen:
			say = locales.WorriedPartSeen
			if word.SeenBy == people.Coordinator {
				whom = locales.WorriedPartOffice()
			}
		case word.Late:
			say = locales.WorriedPartLate
		}
		lines = append(lines, say(whom.Capital(), locales.DayOf(at), locales.TimeOf(at)))
	}
	return locales.Lines(lines...), nil
}

func worriedWhom(to sessionlog.To) locales.Text {
	if to == sessionlog.ToLead {
		return locales.WorriedPartLead()
	}
	return locales.WorriedPartOffice()
}

// noWorriedGroup is the group of an argument that is none: nobody wears a hat in it.
const noWorriedGroup = "none"

// worriedGroup is the group to whose lead a word goes; "" for one that goes outside.
func worriedGroup(_ context.Context, arg string) (string, error) {
	to, short, _ := strings.Cut(arg, ".")
	id, err := directory.ParseShort(short)
	switch {
	case to == worriedOutside && short == "":
		return "", nil
	case to == worriedLead && err == nil:
		return string(id), nil
	}
	return noWorriedGroup, nil
}
