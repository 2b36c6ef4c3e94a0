package listen

// trie is a set of strings by their bytes.
type trie struct {
	next  map[uint64]int32 // by node and byte
	atoms []int32          // by node, 0 for none
}

func edge(node int32, b byte) uint64 { return uint64(node)<<8 | uint64(b) }

func (t *trie) add(s string, atom func() int32) int32 {
	if t.next == nil {
		t.next, t.atoms = map[uint64]int32{}, []int32{0}
	}
	at := int32(0)
	for i := range len(s) {
		n, ok := t.next[edge(at, s[i])]
		if !ok {
			n = int32(len(t.atoms))
			t.atoms = append(t.atoms, 0)
			t.next[edge(at, s[i])] = n
		}
		at = n
	}
	if t.atoms[at] == 0 {
		t.atoms[at] = atom()
	}
	return t.atoms[at]
}

// walk gives every member that s begins with, and how long it is.
func (t *trie) walk(s string, found func(atom int32, length int)) {
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
}

// The ends of atoms of the tries for the middle of words.
const (
	anywhere = "\x00m"
	atTheEnd = "\x00e"
)

// inside looks for atoms in the middle or at the end of s, from i on.
func (t *trie) inside(s string, i int, found func(int32)) {
	at := int32(0)
	for ; ; i++ {
		if m, ok := t.next[edge(at, anywhere[0])]; ok {
			if n, ok := t.next[edge(m, anywhere[1])]; ok {
				found(t.atoms[n])
			}
			if n, ok := t.next[edge(m, atTheEnd[1])]; ok && i == len(s) {
				found(t.atoms[n])
			}
		}
		if i == len(s) {
			return
		}
		n, ok := t.next[edge(at, s[i])]
		if !ok {
			return
		}
		at = n
	}
}
