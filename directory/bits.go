package directory

import "slices"

// The places of the vocabulary's words among the bits. They hold while the
// program runs and are never stored.
var (
	needBits      = places(needs)
	communityBits = places(communities)
	wayBits       = places(ways)
	accessBits    = places(accesses)
	spokenPlaces  = func() map[Spoken]int {
		m := map[Spoken]int{}
		for i, l := range spoken {
			m[l.Tag] = i
		}
		return m
	}()
)

func places[T comparable](list []T) map[T]uint64 {
	m := map[T]uint64{}
	for i, v := range list {
		m[v] = 1 << i
	}
	return m
}

// A word that is not in the vocabulary has no bit: it meets nothing.
func needBit(n Need) uint64           { return needBits[n] }
func communityBit(c Community) uint64 { return communityBits[c] }
func wayBit(w Way) uint64             { return wayBits[w] }
func accessBit(a Access) uint64       { return accessBits[a] }

func languageBits(l Spoken) (b [2]uint64) {
	if i, ok := spokenPlaces[l]; ok {
		b[i/64] = 1 << (i % 64)
	}
	return b
}

// bits is a list as a set.
func bits[T any](list []T, bit func(T) uint64) (set uint64) {
	for _, v := range list {
		set |= bit(v)
	}
	return set
}

// place8 is where a word stands in its list; 255 when it is not in it.
func place8[T comparable](list []T, v T) uint8 { return uint8(slices.Index(list, v)) }

// age8 is an age that fits: nobody is older than 250.
func age8(years int) uint8 { return uint8(min(max(years, 0), 250)) }

// The places of the words that ranking asks for by name.
var (
	genderWomen     = place8(genders, Women)
	genderMen       = place8(genders, Men)
	groupMainstream = place8(groups, Mainstream)
	groupNational   = place8(groups, NationalCultural)
)
