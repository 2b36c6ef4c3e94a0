package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"signpost/bot/flows/access"
	"signpost/bot/people"
	"signpost/bot/qr"
	"signpost/bot/store"
	"signpost/directory"
)

// invite makes an invitation for the first coordinator, who invites all others in
// the chat. It may be used beside serve.
type invite struct {
	Data   string `help:"Folder of the data (data); made if need be." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	Keys   string `help:"Key file. By default in your configuration folder." from:"SIGNPOST_KEYS" placeholder:"FILE"`
	Bot    string `help:"Name of the bot in Telegram, for a link to it." placeholder:"NAME"`
	Origin string `help:"How people reach the page (http://localhost:8080)." default:"http://localhost:8080" from:"SIGNPOST_ORIGIN" placeholder:"URL"`
	Name   string `help:"What the coordinator is called in the list of who does what: a first name or initials." placeholder:"NAME"`
	Role   string `arg:"" enum:"coordinator" help:"What they are invited to be: coordinator. Everybody else is invited in the chat."`
}

// Help says what becomes of it.
func (invite) Help() string {
	return `Prints a link and a code that work once, within 7 days, for one person. Whoever
uses it is a coordinator at once, so give it to them alone. Only a hash of the
code is kept: it can't be shown again, but you can make another one.`
}

// botName is a user name of Telegram's.
var botName = regexp.MustCompile(`^@?[A-Za-z][A-Za-z0-9_]{3,31}$`)

// Run makes the invitation and prints it.
func (i *invite) Run(w *world) (err error) {
	if i.Bot != "" && !botName.MatchString(i.Bot) {
		return misuse{errors.New("--bot is the name of a bot in Telegram, such as example_bot")}
	}
	if !strings.HasPrefix(i.Origin, "http://") && !strings.HasPrefix(i.Origin, "https://") {
		return misuse{errors.New("--origin is an address such as https://example.org")}
	}
	data := folder(i.Data)
	if err := data.make(); err != nil {
		return err
	}
	kept, err := data.openStore(w.ctx, i.Keys, time.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	code, err := invited(w.ctx, kept, people.Hat{Role: people.Coordinator}, i.Name)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(w.out, i.words(code, time.Now().Add(people.InvitationLife)))
	return err
}

// invited makes an invitation on behalf of whoever runs the program.
func invited(ctx context.Context, kept *store.Store, hat people.Hat, name string) (code string, err error) {
	code = chance.Code()
	return code, kept.Invite(ctx, people.Invite{ID: chance.ID(), Code: code, Hat: hat, Label: name})
}

// words are what is printed of an invitation.
func (i *invite) words(code string, ends time.Time) string {
	payload := access.JoinPayload(code)
	page := strings.TrimRight(i.Origin, "/") + "/go/" + payload
	link := page
	var b strings.Builder
	fmt.Fprintf(&b, "An invitation to be a %s. It works once, until %s.\n\n", i.Role, ends.In(directory.London).Format("Monday 2 January 2006, 15:04"))
	if i.Bot != "" {
		link = "https://t.me/" + strings.TrimPrefix(i.Bot, "@") + "?start=" + payload
		fmt.Fprintf(&b, "Telegram  %s\n", link)
	}
	fmt.Fprintf(&b, "Browser   %s\n", page)
	fmt.Fprintf(&b, "Code      %s (write /join, and then the code)\n\n", people.SpokenCode(code))
	if picture, err := qr.Blocks(link); err == nil { // too long an address has none
		b.WriteString(picture + "\n")
	}
	b.WriteString("Whoever uses it is a coordinator at once. Give it to nobody else.\n")
	return b.String()
}
