package talk

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"signpost/bot/listen"
)

// Whatever people do in whatever order: no error, no pile of flows, no dead
// end, a conversation that survives JSON, and the card for danger.
func TestAnyEvents(t *testing.T) {
	book := testBook()
	rapid.Check(t, func(t *rapid.T) {
		conv := Conversation{ID: "AAAAAAAAAAA"}
		var data []string
		for range rapid.IntRange(1, 25).Draw(t, "events") {
			e := anyEvent(data).Draw(t, "event")
			turn, err := book.Step(context.Background(), Scene{Language: "en"}, conv, e)
			if err != nil {
				t.Fatalf("%#v at %s.%s: %v", e, conv.Flow, conv.Step, err)
			}
			if n := len(turn.Conversation.Below); n > 2 {
				t.Fatalf("%d flows lie below", n)
			}
			raw, err := json.Marshal(turn.Conversation)
			if err != nil {
				t.Fatal(err)
			}
			var back Conversation
			if err := json.Unmarshal(raw, &back); err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprint(back); got != fmt.Sprint(turn.Conversation) {
				t.Fatalf("%s came back as %s", raw, got)
			}
			for _, m := range turn.Say {
				buttons := 0
				for _, row := range m.Rows {
					for _, k := range row {
						buttons++
						data = append(data, k.Data)
						if len(k.Data) > MaxData {
							t.Fatalf("%d bytes of data: %s", len(k.Data), k.Data)
						}
					}
				}
				if _, card := book.Hear(Scene{}, e); buttons == 0 && !card {
					t.Fatalf("a dead end at %s.%s", back.Flow, back.Step)
				}
			}
			conv = back
		}
		// Whatever came before, where we are can be shown again.
		turn, err := book.Step(context.Background(), Scene{Language: "en"}, conv, Resumed{})
		if err != nil || len(turn.Say) == 0 {
			t.Fatalf("%s.%s can't be shown again: %v", conv.Flow, conv.Step, err)
		}
	})
}

func anyEvent(data []string) *rapid.Generator[Event] {
	return rapid.Custom(func(t *rapid.T) Event {
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			return Command{Name: rapid.SampledFrom([]string{"menu", "all", "over", "other", "away", "admin", "urgent", "go_on", "cancel", "nonsense"}).Draw(t, "command")}
		case 1:
			return Said{Text: rapid.SampledFrom([]string{"1", "12", "word", "nothing", "", "\u200b", "مدد"}).Draw(t, "text")}
		case 2:
			return Said{Text: "I want to die", Heard: listen.Heard{Level: listen.Danger}}
		case 3:
			return Sent{Media: "photo"}
		case 4:
			return Shared{Lat: 53, Lon: -1}
		case 5:
			return rapid.SampledFrom([]Event{Resumed{}, Done{Key: "k"}, ParseData("junk"), Chose{}}).Draw(t, "odd")
		default:
			if len(data) == 0 {
				return Resumed{}
			}
			return ParseData(rapid.SampledFrom(data).Draw(t, "data"))
		}
	})
}

func FuzzParseData(f *testing.F) {
	f.Add("1oAAAAAAAAAAA.3.worry")
	f.Add("1scard.abc")
	f.Add("1o..")
	f.Add("\x00")
	book := testBook()
	f.Fuzz(func(t *testing.T, s string) {
		e := ParseData(s)
		if _, err := book.Step(context.Background(), Scene{Language: "en"}, Conversation{ID: "AAAAAAAAAAA"}, e); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}

func FuzzParseCommand(f *testing.F) {
	f.Add("/start s123")
	f.Add("/FIND@signpost_bot x")
	f.Fuzz(func(t *testing.T, s string) {
		if c, ok := ParseCommand(s); ok && !validCommand(c.Name) {
			t.Fatalf("%q gives the command %q", s, c.Name)
		}
	})
}
