package keys

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
)

var root = [32]byte([]byte("an invented root for tests only!"))

func TestHashIsStable(t *testing.T) {
	// A change here orphans every row of every bot there is.
	got := fmt.Sprintf("%x", New(root, nil).Hash("conversation", "telegram", "42"))
	if want := "1a834f8cffd0254e2773dec8eb384adc"; got != want {
		t.Errorf("Hash = %s, want %s", got, want)
	}
}

func TestHashesCannotBeJoined(t *testing.T) {
	k := New(root, nil)
	seen := map[[16]byte]string{}
	for _, c := range [][3]string{
		{"conversation", "telegram", "42"},
		{"outbox", "telegram", "42"},
		{"conversation", "web", "42"},
		{"conversation", "telegram", "43"},
		{"conversation", "a", "b|c"},
		{"conversation", "a|b", "c"},
		{"conversation", "", "telegram42"},
	} {
		h := k.Hash(c[0], c[1], c[2])
		if other, ok := seen[h]; ok {
			t.Errorf("%q and %s have the same hash", c, other)
		}
		seen[h] = fmt.Sprintf("%q", c)
	}
	other := root
	other[31]++
	if New(other, nil).Hash("conversation", "telegram", "42") == k.Hash("conversation", "telegram", "42") {
		t.Error("another root gives the same hash")
	}
}

func TestSealOpens(t *testing.T) {
	k := New(root, nil)
	for _, plain := range []string{"", "x", strings.Repeat("what was told ", 1000)} {
		box := k.Seal("outbox", []byte(plain), []byte("row 7"))
		if len(box) != len(plain)+Overhead {
			t.Errorf("a box of %d bytes for %d, want Overhead more", len(box), len(plain))
		}
		if len(plain) > 1 && bytes.Contains(box, []byte(plain[:8])) {
			t.Error("the box shows what is in it")
		}
		got, err := k.Open("outbox", box, []byte("row 7"))
		if err != nil || string(got) != plain {
			t.Errorf("Open = %d bytes, %v; want %d bytes", len(got), err, len(plain))
		}
	}
}

func TestSealNeverRepeats(t *testing.T) {
	k := New(root, nil)
	if bytes.Equal(k.Seal("p", []byte("same"), nil), k.Seal("p", []byte("same"), nil)) {
		t.Error("sealing twice gives the same box")
	}
}

func TestSealTakesChanceFromOutside(t *testing.T) {
	seal := func() []byte {
		return New(root, strings.NewReader("twelve bytes")).Seal("p", []byte("x"), nil)
	}
	if !bytes.Equal(seal(), seal()) {
		t.Error("the same chance gives different boxes")
	}
}

func TestOpenRefuses(t *testing.T) {
	k := New(root, nil)
	other := root
	other[0]++
	box := k.Seal("outbox", []byte("told"), []byte("row 7"))
	changed := func(i int) []byte {
		b := bytes.Clone(box)
		b[i] ^= 1
		return b
	}
	for _, c := range []struct {
		name       string
		keys       *Keys
		purpose    string
		box        []byte
		associated string
		want       error
	}{
		{"another purpose", k, "job", box, "row 7", ErrSealed},
		{"another row", k, "outbox", box, "row 8", ErrSealed},
		{"another file", New(other, nil), "outbox", box, "row 7", ErrOtherKey},
		{"changed format", k, "outbox", changed(0), "row 7", ErrSealed},
		{"changed key id", k, "outbox", changed(1), "row 7", ErrOtherKey},
		{"changed nonce", k, "outbox", changed(5), "row 7", ErrSealed},
		{"changed contents", k, "outbox", changed(len(box) - 17), "row 7", ErrSealed},
		{"changed tag", k, "outbox", changed(len(box) - 1), "row 7", ErrSealed},
		{"cut off", k, "outbox", box[:Overhead-1], "row 7", ErrSealed},
		{"empty", k, "outbox", nil, "row 7", ErrSealed},
	} {
		if got, err := c.keys.Open(c.purpose, c.box, []byte(c.associated)); !errors.Is(err, c.want) || got != nil {
			t.Errorf("%s: Open = %q, %v; want %v", c.name, got, err, c.want)
		}
	}
}

func TestKeysPrintNothing(t *testing.T) {
	k := New(root, nil)
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "keys", k)
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "keys", k)
	b, err := json.Marshal(k)
	if err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprintf("%v %+v %#v %s %q %d %x %X", k, k, k, k, k, k, k, k) + log.String() + string(b)
	for _, secret := range []string{string(root[:]), fmt.Sprint(root[:4])[1:10], fmt.Sprintf("%x", root[:4]), fmt.Sprintf("%X", root[:4])} {
		if strings.Contains(all, secret) {
			t.Errorf("%q shows in %q", secret, all)
		}
	}
}

func TestKeysServeManyAtOnce(t *testing.T) {
	k := New(root, nil)
	want := k.Hash("p0", "web", "x")
	var wg sync.WaitGroup
	for i := range 32 {
		wg.Go(func() {
			p := fmt.Sprint("p", i%4)
			if got, err := k.Open(p, k.Seal(p, []byte("x"), nil), nil); err != nil || string(got) != "x" {
				t.Errorf("Open = %q, %v", got, err)
			}
			if k.Hash("p0", "web", "x") != want {
				t.Error("the hash changed")
			}
		})
	}
	wg.Wait()
}

func FuzzOpen(f *testing.F) {
	k := New(root, nil)
	f.Add(k.Seal("p", []byte("x"), nil))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, box []byte) {
		plain, err := k.Open("p", box, nil)
		if err == nil && len(plain) != len(box)-Overhead {
			t.Errorf("%d bytes out of a box of %d", len(plain), len(box))
		}
	})
}

func BenchmarkHash(b *testing.B) {
	k := New(root, nil)
	for b.Loop() {
		k.Hash("conversation", "telegram", "5000000042")
	}
}

func BenchmarkSeal1K(b *testing.B) {
	k := New(root, nil)
	plain, row := make([]byte, 1024), make([]byte, 16)
	for b.Loop() {
		k.Seal("conversation", plain, row)
	}
}
