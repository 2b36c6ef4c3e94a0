package sqlite

import (
	"sync"

	"signpost/directory"
)

// maxKnown is how many services are kept in memory: twice this at most, some
// 4 kB each.
const maxKnown = 1_000

// known are services that were read lately, as the file had them at a version. A
// question shows the same few again and again.
type known struct {
	mu       sync.Mutex
	version  int64 // of the file; what was read since it had this version is not older than it
	new, old map[directory.ID]*directory.Service
}

// at makes the file of a version the one that is known.
func (k *known) at(version int64) {
	if k.version != version || k.new == nil {
		k.version, k.new, k.old = version, map[directory.ID]*directory.Service{}, nil
	}
}

// take gives those of ids that are known at a version, and the ids that are not.
func (k *known) take(version int64, ids []directory.ID) (found map[directory.ID]*directory.Service, missing []directory.ID) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.at(version)
	found = make(map[directory.ID]*directory.Service, len(ids))
	for _, id := range ids {
		s, ok := k.new[id]
		if !ok {
			s, ok = k.old[id]
		}
		if ok {
			found[id] = s
		} else {
			missing = append(missing, id)
		}
	}
	return found, missing
}

// keep notes services that were read after the file had a version.
func (k *known) keep(version int64, services map[directory.ID]*directory.Service) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.version != version {
		return
	}
	for id, s := range services {
		if len(k.new) >= maxKnown {
			k.old, k.new = k.new, map[directory.ID]*directory.Service{}
		}
		k.new[id] = s
	}
}
