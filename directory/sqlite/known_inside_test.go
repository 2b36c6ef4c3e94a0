package sqlite

import (
	"fmt"
	"testing"

	"signpost/directory"
)

// TestKnownIsBounded: however many services are read, so many are kept.
func TestKnownIsBounded(t *testing.T) {
	var k known
	k.take(1, nil)
	for i := range 10 * maxKnown {
		id := directory.ID(fmt.Sprint(i))
		k.keep(1, map[directory.ID]*directory.Service{id: {ID: id}})
	}
	if n := len(k.new) + len(k.old); n > 2*maxKnown {
		t.Errorf("%d services are kept", n)
	}
	last := directory.ID(fmt.Sprint(10*maxKnown - 1))
	if found, missing := k.take(1, []directory.ID{last}); len(found) != 1 || len(missing) != 0 {
		t.Error("the last one is not known")
	}
	k.keep(0, map[directory.ID]*directory.Service{"late": {}})
	if found, _ := k.take(1, []directory.ID{"late"}); len(found) != 0 {
		t.Error("what was read of an earlier file is known of this one")
	}
	if found, _ := k.take(2, []directory.ID{last}); len(found) != 0 {
		t.Error("a changed file left what was known")
	}
}
