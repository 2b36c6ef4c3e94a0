package keep

import (
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"signpost/bot/channel"
	"signpost/bot/keys"
	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/store"
	"signpost/bot/talk"
)

// Everything that the runner saves and loads has a place in the store. A field
// that is new on either side fails here, instead of being lost on the way.
func TestKeepLosesNoField(t *testing.T) {
	for _, side := range []struct {
		of   any
		want string
	}{
		{runner.Saving{}, "Chat Staff Guard Update At Messages Conversation Effects Count Letters Remove Notices Change"},
		{store.Turn{}, "Door Chat Staff Update At Messages Guard Conversation Do Count Letters Jobs Notices Change Remove"},
		{runner.Post{}, "Chat Urgent Edit Body About Letter"},
		{runner.Change{}, "Key Body Do"},
		{store.Change{}, "Key Body Do"},
		{runner.Finished{}, "Chat Staff Effects Notices Jobs Again"},
		{store.Finished{}, "Door Chat Staff Do Notices Jobs Again"},
		{runner.Job{}, "ID Key Kind Due Door Chat Body"},
		{store.Job{}, "ID Key Kind Due Door Chat Body"},
		{runner.Whom{}, "Hat But One Reporters Wrongs"},
		{store.Whom{}, "Hat But One Reporters Wrongs"},
		{store.Letter{}, "Body Edit Urgent Kept"},
		{runner.State{}, "Conversation Person Language Touched"},
		{runner.Waiting{}, "ID Tries Body Letter"},
	} {
		var names []string
		for f := range reflect.TypeOf(side.of).Fields() {
			names = append(names, f.Name)
		}
		if got := strings.Join(names, " "); got != side.want {
			t.Errorf("%T has the fields %s; keep.go knows %s", side.of, got, side.want)
		}
	}
}

// A turn goes through the adapter whole: what was kept is loaded, letters come
// out in order, a second delivery is noticed, /hide removes what it knows of.
func TestKeepATurn(t *testing.T) {
	ctx, now := t.Context(), time.Date(2030, 6, 2, 14, 5, 0, 0, time.UTC)
	folder := t.TempDir()
	secret, err := keys.Open(filepath.Join(folder, "keys"), true)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := store.Open(ctx, filepath.Join(folder, "bot.db"), secret, func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := kept.Close(); err != nil {
			t.Error(err)
		}
	})
	k, chat := Keep{Store: kept}, channel.Chat{Door: "web", ID: "x"}
	save := runner.Saving{
		Chat: chat, Update: "u1", At: now, Messages: []string{"m1"},
		Conversation: &talk.Conversation{ID: "AAAAAAAAAAA", Flow: "find"},
		Effects:      []talk.Effect{people.RememberLanguage{Language: "ur"}},
		Letters:      []runner.Post{{Chat: chat, Body: []byte("one")}, {Chat: chat, Body: []byte("two"), Urgent: true}},
	}
	if err := k.Save(ctx, save); err != nil {
		t.Fatal(err)
	}
	if err := k.Save(ctx, save); !errors.Is(err, runner.ErrSeen) {
		t.Errorf("the same update again: %v, want ErrSeen", err)
	}
	state, err := k.Load(ctx, chat, "")
	if err != nil || state.Conversation == nil || state.Conversation.Flow != "find" || state.Language != "ur" {
		t.Errorf("loaded: %+v, %v", state, err)
	}
	for i, want := range []string{"two", "one"} { // the urgent one first
		if n, err := k.Pending(ctx, chat); err != nil || n != 2-i {
			t.Errorf("%d letters wait, %v; want %d", n, err, 2-i)
		}
		next(t, k, now, want)
	}

	hide := runner.Saving{
		Chat: chat, Update: "u2", At: now, Messages: []string{"m2"}, Effects: []talk.Effect{people.Hide{}},
		Remove: func(messages []string) runner.Post {
			return runner.Post{Chat: chat, Body: []byte("remove " + strings.Join(messages, " "))}
		},
	}
	if err := k.Save(ctx, hide); err != nil {
		t.Fatal(err)
	}
	body := next(t, k, now, "remove ")
	for _, m := range []string{"m1", "m2", "shown-one", "shown-two"} {
		if !strings.Contains(body, m) {
			t.Errorf("/hide does not remove %s: %s", m, body)
		}
	}
	if err := k.Save(ctx, runner.Saving{Chat: chat, Update: "u3", At: now, Effects: []talk.Effect{people.Forget{}}}); err != nil {
		t.Fatal(err)
	}
	if err := k.Save(ctx, runner.Saving{Chat: chat, Update: "u0", At: now.Add(-time.Minute)}); !errors.Is(err, runner.ErrSeen) {
		t.Errorf("an update from before /forget: %v, want ErrSeen", err)
	}
	if state, err := k.Load(ctx, chat, ""); err != nil || state.Conversation != nil || state.Language != "" {
		t.Errorf("after /forget there is %+v, %v", state, err)
	}
}

// next takes the next letter, which begins with want, and says that it arrived.
func next(t *testing.T, k Keep, now time.Time, want string) string {
	t.Helper()
	letters, err := k.Next(t.Context(), now, 1)
	if err != nil || len(letters) != 1 || !strings.HasPrefix(string(letters[0].Body), want) {
		t.Fatalf("next: %+v, %v; want %q", letters, err, want)
	}
	if err := k.Sent(t.Context(), letters[0].ID, "shown-"+want); err != nil {
		t.Fatal(err)
	}
	return string(letters[0].Body)
}
