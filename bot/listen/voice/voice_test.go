package voice

import (
	"bytes"
	"strings"
	"testing"
)

// lesson is a tongue of which everybody can see what is to be learnt.
func lesson() []Example {
	var all []Example
	for _, s := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		all = append(all,
			Example{Words: []string{"dunkel" + s, "will", "weg"}, Danger: true},
			Example{Words: []string{"sonne" + s, "will", "eis"}},
		)
	}
	return all
}

func TestTrain(t *testing.T) {
	m := Train(lesson(), 1)
	if !m.Hears([]string{"dunkelx", "will", "weg"}) {
		t.Error("a message like those of danger is not heard")
	}
	if m.Hears([]string{"sonnex", "will", "eis"}) {
		t.Error("a harmless message is heard")
	}
	if m.Hears(nil) {
		t.Error("nothing is heard as something")
	}
}

// TestSameLesson: the same messages give the same weights, or nobody could say
// what was learnt from what.
func TestSameLesson(t *testing.T) {
	var one, two, other bytes.Buffer
	for _, c := range []struct {
		to   *bytes.Buffer
		seed uint64
	}{{&one, 1}, {&two, 1}, {&other, 2}} {
		if err := Train(lesson(), c.seed).Write(c.to); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same lesson gave other weights")
	}
	if bytes.Equal(one.Bytes(), other.Bytes()) {
		t.Error("the seed changes nothing")
	}
}

func TestWriteAndRead(t *testing.T) {
	m := Train(lesson(), 1)
	m.Limit = 1.5
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	raw := b.Bytes()
	got, err := Read(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if *got != *m {
		t.Error("what is read is not what was written")
	}
	if _, err := Read(bytes.NewReader(raw[:len(raw)/2])); err == nil {
		t.Error("half the weights are taken for all")
	}
	if _, err := Read(strings.NewReader("no weights")); err == nil {
		t.Error("no weights are taken for weights")
	}
}

// TestShipped: the weights that are part of the program can be read.
func TestShipped(t *testing.T) {
	if m := Default(); m.Scale <= 0 || m.Limit <= 0 {
		t.Errorf("scale %v, limit %v", m.Scale, m.Limit)
	}
}

func BenchmarkValue(b *testing.B) {
	m := Default()
	words := strings.Fields("need someone who speaks polish in bolsover cant sleep at all these days")
	for b.Loop() {
		m.Value(words)
	}
}
