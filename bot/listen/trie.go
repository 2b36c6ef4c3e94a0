package listen

// trie is a set of beginnings, middles and ends of words, by their bytes.
type trie struct {
	next  map[uint64]int32 // by node and byte
	first [256]bool        // bytes that a member begins with
	atoms []int32          // by node, 0 for none
	ends  []int32          // the same for members that must end the word
}

func edge(node int32, b byte) uint64 { return uint64(node)<<8 | uint64(b) }

// add gives the atom of a member, which may have to end the word.
func (t *trie) add(s string, atTheEnd bool, atom func() int32) int32 {
	if t.next == nil {
		t.next, t.atoms, t.ends = map[uint64]int32{}, []int32{0}, []int32{0}
	}
	t.first[s[0]] = true
	at := int32(0)
	for i := range len(s) {
		n, ok := t.next[edge(at, s[i])]
		if !ok {
			n = int32(len(t.atoms))
			t.atoms, t.ends = append(t.atoms, 0), append(t.ends, 0)
			t.next[edge(at, s[i])] = n
		}
		at = n
	}
	list := t.atoms
	if atTheEnd {
		list = t.ends
	}
	if list[at] == 0 {
		list[at] = atom()
	}
	return list[at]
}

// walk gives every member that s begins with, and how long it is; one that must
// end the word only when it is all of s.
func (t *trie) walk(s string, found func(atom int32, length int)) {
	if s == "" || !t.first[s[0]] {
		return
	}
	at := int32(0)
	for i := range len(s) {
		n, ok := t.next[edge(at, s[i])]
		if !ok {
			return
		}
		at = n
		if a := t.atoms[at]; a != 0 {
			found(a, i+1)
		}
	}
	if a := t.ends[at]; a != 0 {
		found(a, len(s))
	}
}
