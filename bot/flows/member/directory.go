// Package member is what the bot talks about with the people it is there for:
// welcome, finding help, results and cards, urgent help, privacy, and leaving
// without a trace.
package member

import (
	"context"
	"strings"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// Directory is what these conversations read.
type Directory interface {
	// Find looks for services, see directory.Query.
	Find(ctx context.Context, q directory.Query) (directory.Result, error)
	// Shortlist counts what Find would find, without reading it.
	Shortlist(ctx context.Context, q directory.Query) (directory.Shortlist, error)
	// Service gives one service; directory.ErrNotFound when there is none.
	Service(ctx context.Context, id directory.ID) (*directory.Service, error)
	// Search finds services by words of their names.
	Search(ctx context.Context, text string, limit int) ([]*directory.Service, error)
	// Communities are those that have services or groups, with how many, also when
	// nobody knows yet how to reach one.
	Communities(ctx context.Context) (map[directory.Community]int, error)
	// Languages are those that people at services speak, with how many.
	Languages(ctx context.Context) (map[directory.Spoken]int, error)
	// Places are the towns, districts and outcodes of the area.
	Places(ctx context.Context) (*directory.Gazetteer, error)
}

// Area is what a person is told about where the bot is at home.
type Area struct {
	Name string // "Derbyshire"
	Demo bool   // an invented town
	// Controller is the organisation that answers for it; "" while it is not signed off.
	Controller string
}

// Staff is what somebody with a hat finds beside what everybody does.
type Staff struct {
	Joins    bool                                // one can become staff here, by an invitation
	Menu     func(people.Person) [][]talk.Button // rows of the menu, above all others
	Commands func(people.Person) []talk.Entrance // for /help: all that the person may open
}

// Flows are the entrances for members, in the order in which /help shows them.
func Flows(dir Directory, area Area, staff Staff, reporting Reporting) []talk.Entrance {
	everyone := []people.Role{people.Member}
	m := member{dir: dir, area: area, staff: staff, reporting: reporting}
	entrances := []talk.Entrance{
		{Command: "start", For: everyone, About: "come in, also by a link or a poster", Flow: m.start(), Begin: m.beginStart},
		{Command: "find", For: everyone, Help: locales.CommandFind(), Flow: m.find(), Begin: beginFind},
		{Command: talk.UrgentCommand, For: everyone, Help: locales.CommandUrgent()},
		{Command: "guide", For: everyone, Help: locales.CommandGuide(), Flow: m.guide(), Over: true, Begin: beginGuide},
		{Command: "language", For: everyone, Help: locales.CommandLanguage(), Flow: m.language(), Over: true, Begin: beginLanguage},
		{Command: "hide", For: everyone, Help: locales.CommandHide(), Flow: m.hide()},
		{Command: "forget", For: everyone, Help: locales.CommandForget(), Flow: m.forget()},
		{Command: "privacy", For: everyone, Help: locales.CommandPrivacy(), Flow: m.privacy(), Over: true},
		{Command: "menu", For: everyone, Help: locales.CommandMenu(), Flow: m.menu()},
		{Command: "help", For: everyone, Help: locales.CommandHelp(), Flow: m.help(), Over: true},
		{Command: "card", For: everyone, About: "see one service", Flow: m.card(), Over: true, Begin: beginCard},
		{Command: "hear", For: everyone, About: "hear a service in the group's own voice", Flow: m.hear(), Over: true, Begin: beginCard},
		{Command: "names", For: everyone, About: "choose one of several services by name", Flow: m.names(), Begin: beginNames},
	}
	if reporting.Reports != nil {
		entrances = append(entrances, talk.Entrance{Command: "wrong", For: everyone, About: "say that something about a service is wrong", Flow: m.wrong(), Over: true, Begin: beginWrong})
	}
	return entrances
}

// member holds what the flows read.
type member struct {
	dir       Directory
	area      Area
	staff     Staff
	reporting Reporting
}

// Footer are the buttons under every question.
func Footer(_ talk.Scene, flow string, back bool) [][]talk.Button {
	urgent := talk.Enter(talk.UrgentCommand, "", locales.ButtonUrgent())
	language := talk.Enter("language", "", locales.ButtonLanguage())
	var way []talk.Button
	if back {
		way = append(way, talk.Back(locales.ButtonBack()))
	}
	if flow != menuFlow && flow != startFlow {
		way = append(way, talk.Enter("menu", "", locales.ButtonMenu()))
	}
	return [][]talk.Button{way, {urgent, language}}
}

// payload characters of a deep link that names a service or a poster, or brings
// the code of an invitation.
const (
	sharePrefix  = "s"
	posterPrefix = "p"
	codePrefix   = "i"
)

// SharePayload is the payload of a link that opens a card: neutral, since it is
// passed on and shows in addresses.
func SharePayload(id directory.ID) string { return sharePrefix + id.Short() }

// readCode reads the code of an invitation out of a payload, "" when it brings
// none.
func readCode(payload string) string {
	rest, ok := strings.CutPrefix(payload, codePrefix)
	if !ok {
		return ""
	}
	code, ok := people.ParseCode(rest)
	if !ok {
		return ""
	}
	return code
}

// readPayload reads what a deep link brought: a service, a poster's code, or
// nothing we know.
func readPayload(payload string) (service directory.ID, poster string) {
	if short, ok := strings.CutPrefix(payload, sharePrefix); ok {
		if id, err := directory.ParseShort(short); err == nil {
			return id, ""
		}
	}
	if code, ok := strings.CutPrefix(payload, posterPrefix); ok && len(code) <= maxPoster && plain(code) {
		return "", code
	}
	return "", ""
}

const maxPoster = 12

// plain reports whether a code has only small letters and digits: what is
// counted must not become a way to smuggle a name in.
func plain(code string) bool {
	for _, r := range code {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return false
		}
	}
	return code != ""
}
