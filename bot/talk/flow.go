// Package talk is the engine: it knows how to have a conversation and none in
// particular.
//
// Reads come in as arguments, writes go out as values. A flow is a list of
// steps, Asks and Runs; Book.Step takes one event through them and gives back
// the Turn it led to. Nothing here touches a file, a clock or a network.
package talk

import (
	"context"
	"strings"
	"time"

	"signpost/bot/counts"
	"signpost/bot/people"
	"signpost/locales"
)

// Scene is what a step may know of the moment.
type Scene struct {
	Now       time.Time
	Person    people.Person
	Door      string
	Chat      string // tells chats apart, for limits that are kept in memory; never said, kept or counted
	Abilities Abilities
	Language  string // the language in use
	App       string // the language of the person's app, "" when not known
	// Remembered is the language that is kept because the person asked for it.
	Remembered string
	// Held are the answers of the flow that waits below this one, for the page that
	// tells people what is held of them.
	Held Answers

	// Group is set where everybody of a group reads the answer.
	Group bool
	// Message is the door's id of what the person typed, "" when it has none: a
	// button that removes it carries it.
	Message string
	// Card is the urgent card that was shown in full in this chat a moment ago, for
	// something typed; "" for none. It is known to this process alone.
	Card string
	// Reports is how often this chat said today that something is wrong with a
	// listing. It is known to this process alone.
	Reports int
	// Gentle is set when what was said last carries the gentle line already.
	Gentle bool
	// Late is set when what somebody sent waited for so long that somebody else may
	// hold their phone by now. Only what takes something away comes so late.
	Late bool
}

// Abilities are what a door can do.
type Abilities struct {
	Edits    bool   // can change a message that was sent
	Deletes  bool   // can remove messages
	Popups   bool   // can answer a tap with a pop-up
	Location bool   // can take a location
	Venue    bool   // can show a place on the map
	Plays    bool   // can play a voice note
	Records  bool   // people can send a voice note, and its sound can be had
	Unasked  bool   // can write to somebody who did not just write
	MaxText  int    // runes of a message; 0 for no limit
	Share    string // a link that opens the bot with a payload, {payload} where it goes; "" when there is none
}

// Turn is what one event led to.
type Turn struct {
	Conversation Conversation
	Say          []Message
	Do           []Effect
	Count        []counts.Entry
	Apply        *Apply
	Tell         []Tell
	Guard        *Guard // what the turn's effects rest on; nil when everybody may
	Gentle       bool   // the gentle line was said; never kept, see Scene.Gentle
}

// Guard is the hat that a turn's effects rest on: one of the roles, in the group.
// Whoever saves the turn looks again, inside the transaction, whether the person
// still wears it.
type Guard struct {
	Roles []people.Role
	Group string
}

// Tell is something to say to others, unasked: it may show on a lock screen, so
// it is neutral, and it stands in no conversation, so its buttons are standing.
type Tell struct {
	To  people.Hat // everybody who wears the hat; zero with One or Reporters set
	But string     // the id of a person who is left out
	One string     // the id of the person it is for
	// Reporters is the id of a service: those who wait to hear what became of their
	// report on it are told.
	Reporters string
	Wrongs    []string // only those who reported one of these; all that the group is told of when nil
	Body      locales.Text
	Rows      [][]Button
	About     string // what it is noted under when it was delivered; "" for nothing
}

// Effect is a change in bot.db that is part of saving the turn. Effect types
// live with their noun (people, sessionlog); the store carries them out.
type Effect interface{ Effect() }

// Due makes a job for the chat of the turn: what is due at a time, and is done by
// the duty of its Kind. A second one with the key is not made; a /forget of the chat
// removes it, and its row goes when it is done.
type Due struct {
	Key, Kind string // Kind is in clear in the file: nothing of a person
	At        time.Time
	Body      []byte // what the duty needs to know
	// Free is set where the job is for nobody's chat: a /forget, or a browser that
	// is closed, leaves it. Its Body then names nobody.
	Free bool
}

// Effect marks a change that is part of saving the turn.
func (Due) Effect() {}

// Apply is a change in the directory, carried out after the turn is saved,
// under Key; its outcome comes back as Done. A turn has at most one, and the step
// below the one that asks for it is an Await.
type Apply struct {
	Key    string // given by the engine
	Change any
	Fetch  *Voice   // the sound that belongs to the change; whoever carries it out gets it from the door
	Do     []Effect // saved when the change was made, in the transaction that notes it
	Tell   []Tell   // told when the change was made
}

// Flow is a conversation we know how to have.
type Flow struct {
	Name  string
	Steps []Step
}

// Step is a place in a flow: an Ask or a Run.
type Step interface{ step() }

// Ask shows a screen and waits. It can be shown again at any time from the
// Conversation alone.
type Ask struct {
	Name string
	Show func(context.Context, Scene, Answers) (Screen, error)
	Take Take
	Next *Branch
	// Voice says that the question takes a voice note. Any other answers one with
	// the sentence that we can only read text, and whom to ring.
	Voice bool
	// Steady says that the way which leads from the question straight back to itself
	// leaves its buttons good, as Stay does: two quick taps on two boxes both count,
	// and yet each is kept by a Run on the way.
	Steady bool
	// Discreet says that which button was pressed is remembered nowhere, not even to
	// notice a double tap: every second tap on the same screen is one.
	Discreet bool

	awaits bool // waits for the outcome of a change and not for the person
}

// Run does something without waiting. It says nothing but what is said once and
// can't be shown again, since it is kept nowhere: a code. The next question then
// stands below it.
type Run struct {
	Name string
	Do   func(context.Context, Scene, Answers, *Turn) error
	Next *Branch
}

func (Ask) step() {}
func (Run) step() {}

// Take reads the answer out of an event. A *Retry error asks again; Stay shows
// the same question again (a ticked box, another page).
type Take func(context.Context, Event, Answers) error

// Branch says where the way goes on; To names every step Pick may choose. End
// ends the flow.
type Branch struct {
	To   []string
	Pick func(Answers) string
}

// End is the step after the last.
const End = "end"

// Goto always leads to one step.
func Goto(step string) *Branch {
	return &Branch{To: []string{step}, Pick: func(Answers) string { return step }}
}

// Retry asks the same question again, with a sentence that says why.
type Retry struct{ Text locales.Text }

// Error implements error; people see Text.
func (r *Retry) Error() string { return "talk: the answer did not fit: " + r.Text.ID() }

// Entrance is a way in: who may come through it and which flow is behind.
type Entrance struct {
	Command string // typed as /command, and the Command of standing buttons
	For     []people.Role
	GroupOf func(ctx context.Context, arg string) (string, error) // whose group the argument belongs to; nil for none
	Help    locales.Text                                          // one line for /help and the command menu; zero to leave it out
	About   string                                                // what it is for, for those who look at who may do what; Help says it where there is one
	Flow    Flow
	Over    bool                               // laid over what is open, which goes on after it
	Begin   func(arg string, sc Scene) Answers // the answers it begins with; nil for none
}

// ShareLink is the door's link that opens the bot with a payload of A-Z, a-z,
// 0-9, _ and -; "" when the door has none.
func (a Abilities) ShareLink(payload string) string {
	return strings.ReplaceAll(a.Share, "{payload}", payload)
}
