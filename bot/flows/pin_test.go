package flows_test

import (
	"context"
	"iter"
	"strings"
	"testing"

	"signpost/bot/flows"
	"signpost/bot/flows/member"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// onlyCard is a directory of which one card is opened.
type onlyCard struct {
	flows.Directory
	s directory.Service
}

func (d onlyCard) Service(context.Context, directory.ID) (*directory.Service, error) {
	s := d.s
	return &s, nil
}

// mill is a place of the invented town, which lies in the sea.
func mill() directory.Service {
	return directory.Service{
		ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000001", Name: "Polish tea and talk", Status: directory.Active,
		Phones: []directory.Phone{{Number: "01632 960101", Mark: directory.MarkA}},
		Places: []directory.ServiceAtLocation{{Location: directory.Location{
			Name: "Mill Hall", Address: directory.Address{Line: "1 Mill Lane", Town: "Harrowbeck", Postcode: "QH1 1AA"},
			Point: directory.Point{Lat: 53.6012, Lon: 1.2003}, Exact: true,
		}}},
	}
}

// opened is the card of a service as a door gets it.
func opened(t *testing.T, s directory.Service, can talk.Abilities) (*player, talk.Message) {
	t.Helper()
	p := newPlayer(t, map[string]string{"language": "en", "now": "Sunday 2 June 2030, 14:05"}, "")
	p.book = flows.Book(flows.Reads{Dir: onlyCard{s: s}, Area: member.Area{Name: "Harrowbeck"}})
	p.scene.Abilities = can
	say := p.person(talk.Command{Name: "card", Arg: s.ID.Short()})
	if len(say) != 1 {
		t.Fatalf("the card is %d messages", len(say))
	}
	return p, say[0]
}

// onMap are the links of a message that lead to a map.
func onMap(m talk.Message) []string {
	var links []string
	for k := range keys(m) {
		if strings.Contains(k.URL, "openstreetmap") {
			links = append(links, k.URL)
		}
	}
	return links
}

func keys(m talk.Message) iter.Seq[talk.Key] {
	return func(yield func(talk.Key) bool) {
		for _, row := range m.Rows {
			for _, k := range row {
				if !yield(k) {
					return
				}
			}
		}
	}
}

// A place is shown once on the map: as a pin where the door can and the point is
// the very door, else as a link, and not at all where one must not go by it.
func TestPin(t *testing.T) {
	const toDoor = "https://www.openstreetmap.org/?mlat=53.60120&mlon=1.20030#map=18/53.60120/1.20030"
	const search = "https://www.openstreetmap.org/search?query=1+Mill+Lane%2C+Harrowbeck%2C+QH1+1AA"
	place := func(change func(*directory.Location)) func(*directory.Service) {
		return func(s *directory.Service) { change(&s.Places[0].Location) }
	}
	full := talk.Pin{Lat: 53.6012, Lon: 1.2003, Title: "1 Mill Lane", Address: "1 Mill Lane, Harrowbeck, QH1 1AA"}
	named := func(title, address string) *talk.Pin {
		return &talk.Pin{Lat: 53.6012, Lon: 1.2003, Title: title, Address: address}
	}
	for name, c := range map[string]struct {
		change func(*directory.Service)
		pin    *talk.Pin // at a door with Venue
		link   string    // at a door without
	}{
		"exact":           {func(*directory.Service) {}, &full, toDoor},
		"an example":      {func(s *directory.Service) { s.Example = true }, &full, toDoor},
		"not exact":       {place(func(l *directory.Location) { l.Exact = false }), nil, search},
		"a rough example": {func(s *directory.Service) { s.Example, s.Places[0].Location.Exact = true, false }, nil, ""},
		"confidential":    {func(s *directory.Service) { s.Confidential = true }, nil, ""},
		"two places":      {func(s *directory.Service) { s.Places = append(s.Places, s.Places[0]) }, nil, ""},
		"no place":        {func(s *directory.Service) { s.Places = nil }, nil, ""},
		"no point":        {place(func(l *directory.Location) { l.Point = directory.Point{} }), nil, search},
		"no name":         {place(func(l *directory.Location) { l.Name = "" }), named("1 Mill Lane", full.Address), toDoor},
		"no address":      {place(func(l *directory.Location) { l.Address = directory.Address{} }), named("53.60120, 1.20030", "53.60120, 1.20030"), toDoor},
		"neither": {
			place(func(l *directory.Location) { l.Name, l.Address = "", directory.Address{} }),
			named("53.60120, 1.20030", "53.60120, 1.20030"), toDoor,
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := mill()
			c.change(&s)
			_, m := opened(t, s, talk.Abilities{Venue: true})
			switch {
			case c.pin == nil && m.Pin != nil:
				t.Errorf("a pin was sent: %+v", *m.Pin)
			case c.pin != nil && (m.Pin == nil || *m.Pin != *c.pin):
				t.Errorf("pin %+v, want %+v", m.Pin, *c.pin)
			case c.pin != nil && len(onMap(m)) > 0:
				t.Errorf("beside the pin stands %v", onMap(m))
			case c.pin == nil && strings.Join(onMap(m), " ") != c.link:
				t.Errorf("without a pin the links are %v, want %q", onMap(m), c.link)
			}
			_, m = opened(t, s, talk.Abilities{})
			if m.Pin != nil || strings.Join(onMap(m), " ") != c.link {
				t.Errorf("at a door without pins: pin %+v, links %v, want %q", m.Pin, onMap(m), c.link)
			}
		})
	}
}

// A card that is shown again does not bring its pin again, nor a link in its
// place; one that is opened again does.
func TestPinComesOnce(t *testing.T) {
	p, m := opened(t, mill(), talk.Abilities{Venue: true, Share: "https://example.org/{payload}"})
	if m.Pin == nil {
		t.Fatal("there is no pin to begin with")
	}
	press := func(label locales.Text) talk.Event {
		t.Helper()
		at, ok := p.button(p.plain(label))
		if !ok {
			t.Fatalf("there is no button %q", p.plain(label))
		}
		return p.press(at)
	}
	again := func(how string, e func() talk.Event, pins bool) {
		t.Helper()
		say := p.person(e())
		last := say[len(say)-1]
		if (last.Pin != nil) != pins || len(onMap(last)) > 0 {
			t.Errorf("%s: pin %+v, links %v", how, last.Pin, onMap(last))
		}
		if p.conv.Flow != "card" || p.conv.Step != "card" {
			t.Errorf("%s: this is %s.%s, not the card", how, p.conv.Flow, p.conv.Step)
		}
	}
	p.person(press(locales.CardButtonShare()))
	again("Back", func() talk.Event { return press(locales.ButtonBack()) }, false)
	again("something that is no answer", func() talk.Event { return talk.Sent{Media: "photo"} }, false)
	again("the page is opened again", func() talk.Event { return talk.Resumed{} }, false)
	p.scene.Remembered = "pl" // so that nobody asks whether to
	p.person(talk.Command{Name: "language"})
	again("another language", func() talk.Event {
		for k := range keys(p.shown[len(p.shown)-1]) {
			if c, ok := talk.ParseData(k.Data).(talk.Chose); ok && c.Option == "pl" {
				return c
			}
		}
		t.Fatal("there is no Polish")
		return nil
	}, false)
	again("opened again", func() talk.Event { return talk.Command{Name: "card", Arg: mill().ID.Short()} }, true)
}
