package telegram

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"signpost/bot/channel"
)

// TestUpdates reads the updates of each file and compares what they bring.
func TestUpdates(t *testing.T) {
	paths, err := filepath.Glob("testdata/updates/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no updates", err)
	}
	now := time.Date(2030, 6, 2, 14, 30, 0, 0, time.UTC)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			for _, f := range a.Files {
				name, ok := strings.CutSuffix(f.Name, ".json")
				if !ok {
					continue
				}
				var u update
				if err := json.Unmarshal(f.Data, &u); err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				u.ID = 1 << 40
				in, ok := u.inbound("signpost_test_bot", now)
				fmt.Fprintf(&out, "%s: %s\n", name, described(in, ok))
			}
			golden(t, path, a, "inbound", out.String())
		})
	}
}

// described is the fields of an Inbound that are set.
func described(in channel.Inbound, ok bool) string {
	if !ok {
		return "nothing"
	}
	var parts []string
	v := reflect.ValueOf(in)
	for i := range v.NumField() {
		if f := v.Field(i); !f.IsZero() {
			value := f.Interface()
			if l, ok := value.(*channel.Location); ok {
				value = *l
			}
			if at, ok := value.(time.Time); ok {
				value = at.Format(time.TimeOnly)
			}
			parts = append(parts, fmt.Sprintf("%s=%q", v.Type().Field(i).Name, fmt.Sprint(value)))
		}
	}
	return strings.Join(parts, " ")
}

// FuzzUpdate reads any JSON as an update: nothing may break, and what is brought
// keeps the contract.
func FuzzUpdate(f *testing.F) {
	f.Add(`{"update_id": 1, "message": {"message_id": 5, "chat": {"id": 7}, "text": "/a@b c"}}`)
	f.Add(`{"callback_query": {"id": "q", "message": {"chat": null}}}`)
	f.Add(`{"edited_message": {"caption": "x", "photo": []}, "my_chat_member": {}}`)
	f.Fuzz(func(t *testing.T, data string) {
		var u update
		if json.Unmarshal([]byte(data), &u) != nil {
			return
		}
		in, ok := u.inbound("b", time.Unix(0, 0))
		if !ok {
			return
		}
		set := 0
		for _, is := range []bool{in.Text != "", in.Data != "", in.Location != nil, in.Media != ""} {
			if is {
				set++
			}
		}
		if set > 1 || in.Chat.ID == "" || in.Update == "" {
			t.Errorf("%+v", in)
		}
	})
}
