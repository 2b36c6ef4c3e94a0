package group

import (
	"context"
	"slices"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

var (
	previewIn = talk.Answer[string]("language")
	sure      = talk.Answer[bool]("sure")
	status    = talk.Answer[directory.Status]("status")
)

// listing shows one listing of a group: how it stands, what people see, and what
// one can do about it.
func (k keeper) listing() talk.Flow {
	return talk.Flow{Name: "listing", Steps: []talk.Step{
		talk.Ask{
			Name: "listing", Show: k.showListing, Take: takeListing,
			Next: &talk.Branch{To: []string{"preview", "history", "sure", "state", "withdraw"}, Pick: func(a talk.Answers) string {
				switch b := button.Of(a); b {
				case "resume":
					return "state"
				case "end":
					return "sure"
				default:
					return b
				}
			}},
		},
		talk.One{
			Name: "preview", Ask: k.preview, Options: languages, Into: previewIn, PerRow: 2,
			Chosen: func(context.Context, string, talk.Answers) error { return talk.Stay },
			Next:   talk.Goto(talk.End),
		}.Step(),
		talk.Ask{Name: "history", Show: k.showHistory, Take: stays, Next: talk.Goto(talk.End)},
		talk.YesNo{
			Name: "sure", Ask: talk.Say(locales.ListingAskEnd), Into: sure,
			Yes: locales.ListingButtonEndYes(), No: locales.ListingButtonEndNo(),
			Next: &talk.Branch{To: []string{"state", "listing"}, Pick: func(a talk.Answers) string {
				if sure.Of(a) {
					return "state"
				}
				return "listing"
			}},
		}.Step(),
		talk.Run{Name: "state", Do: k.changeStatus, Next: &talk.Branch{To: []string{"wait", "listing"}, Pick: func(a talk.Answers) string {
			if status.Of(a) == "" {
				return "listing"
			}
			return "wait"
		}}},
		talk.Run{Name: "withdraw", Do: k.withdraw, Next: &talk.Branch{To: []string{"wait", "listing"}, Pick: next.Of}},
		talk.Await{Name: "wait", Into: outcome}.Step(),
		talk.Ask{Name: "done", Show: k.showStatus, Take: stays, Next: talk.Goto(talk.End)},
	}}
}

func (k keeper) showListing(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := k.load(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil {
		return gone(), nil
	}
	d, err := k.readDesk(ctx, string(s.Organisation.ID))
	if err != nil {
		return talk.Screen{}, err
	}
	body := locales.Paragraphs(locales.Lines(locales.ListingOne(), locales.CardPartName(card.Name(s))), d.state(s))
	if !ended(s) {
		body = locales.Paragraphs(body, card.Of(s, sc.Now))
	}
	rows := listingRows(s)
	if len(d.ownOf(s.ID, sc.Person)) > 0 {
		rows = append(rows, talk.Row(talk.Option("withdraw", locales.ListingButtonWithdraw())))
	}
	return talk.Screen{Body: body, Rows: rows}, nil
}

// listingRows are what one can do about a listing, by how it stands.
func listingRows(s *directory.Service) [][]talk.Button {
	short := s.ID.Short()
	change := talk.Enter("listing_edit", short, locales.ListingButtonChange())
	look := talk.Row(
		talk.Option("preview", locales.ListingButtonPreview()),
		talk.Option("history", locales.ListingButtonHistory()),
	)
	voice := talk.Row(talk.Enter("voice", short, locales.ListingButtonVoice()))
	resume := talk.Option("resume", locales.ListingButtonResume())
	end := talk.Option("end", locales.ListingButtonEnd())
	switch {
	case s.Status == directory.Defunct:
		return [][]talk.Button{look}
	case ended(s):
		return [][]talk.Button{talk.Row(resume), look}
	case s.Status == directory.TemporarilyClosed:
		return [][]talk.Button{talk.Row(resume), talk.Row(change, times(short)), voice, look, talk.Row(end)}
	}
	return [][]talk.Button{
		talk.Row(talk.Enter("still", short+".yes", locales.ListingButtonRight())),
		talk.Row(change, times(short)),
		voice,
		look,
		talk.Row(talk.Enter("still", short+".pause", locales.ListingButtonPause()), end),
	}
}

// times leads to the sessions and times of a listing.
func times(short string) talk.Button {
	return talk.Enter("times", short, locales.ListingButtonTimes())
}

func takeListing(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	if !ok || !slices.Contains([]string{"preview", "history", "end", "resume", "withdraw"}, c.Option) {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	button.Set(a, c.Option)
	sure.Clear(a)
	return nil
}

// preview is the card as a member sees it who reads a language: the reader's own
// until another is pressed.
func (k keeper) preview(ctx context.Context, sc talk.Scene, a talk.Answers) (locales.Text, error) {
	s, err := k.load(ctx, a)
	if err != nil {
		return locales.Text{}, err
	}
	if s == nil {
		return locales.ListingGone(), nil
	}
	tag := previewIn.Of(a)
	if tag == "" {
		tag = sc.Language
	}
	l, ok := locales.Find(tag)
	if !ok {
		l, _ = locales.Find(locales.Source)
	}
	return locales.Paragraphs(locales.ListingAskPreview(l.Own), locales.In(l.Tag, card.Of(s, sc.Now))), nil
}

// languages are those in which a card can be read.
func languages(context.Context, talk.Scene, talk.Answers) ([]talk.Choice, error) {
	var out []talk.Choice
	for _, l := range locales.Languages() {
		out = append(out, talk.Choice{ID: l.Tag, Label: locales.Raw(l.Own)})
	}
	return out, nil
}

// changeStatus ends a listing, or says that it runs again.
func (k keeper) changeStatus(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	s, err := k.load(ctx, a)
	if err != nil || s == nil {
		status.Clear(a)
		return err
	}
	to := directory.Active
	if button.Of(a) == "end" {
		to = directory.Inactive
	}
	status.Set(a, to)
	edits := []directory.Edit{directory.Set(directory.FieldStatus, to)}
	h := handIn(sc, t)
	c := h.change(s, edits)
	do := h.record("edited", s, edits)
	if to == directory.Active { // it runs, says the group: nobody needs to be asked for a month
		c.Lift = []directory.Doubt{directory.Unanswered, directory.Hidden}
		if h.owner != "" {
			do = append(do, upkeep.StillRight{Service: s.ID, Group: h.group, Day: h.today})
		}
	}
	t.Apply = &talk.Apply{Change: c, Do: do}
	return settled(ctx, k.desk, s, t.Apply)
}

// showStatus says what became of ending a listing or of opening it again.
func (k keeper) showStatus(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := k.load(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil {
		return gone(), nil
	}
	said := locales.UpkeepNotSaved()
	if outcome.Of(a).OK {
		said = locales.EditSaved()
	}
	now := shownNow(s)
	body := locales.Paragraphs(said, locales.Lines(locales.CardPartName(card.Name(s)), now))
	if now.IsZero() {
		body = locales.Paragraphs(said, card.Of(s, sc.Now))
	}
	return talk.Screen{
		Body: body,
		Rows: talk.Column(talk.Enter("listing", s.ID.Short(), locales.EditButtonListing()), toListings()),
	}, nil
}
