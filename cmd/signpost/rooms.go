package main

import (
	"context"
	"errors"
	"os"
	"time"

	"signpost/bot/keys"
	"signpost/bot/store"
	"signpost/directory/sqlite"
)

// rooms are the two files of a house, or why it has to do without them.
type rooms struct {
	dir    *sqlite.Directory
	kept   *store.Store
	broken error // neither is open then
}

// Close closes what is open.
func (r rooms) Close() error {
	if r.broken != nil {
		return nil
	}
	return errors.Join(r.dir.Close(), r.kept.Close())
}

// served reports whether somebody may have been served from the folder before, so
// that people rely on it.
func (f folder) served() bool {
	_, err := os.Lstat(f.bot())
	return err == nil
}

// enter locks the folder and opens both files, for one who serves from them. In a
// folder that has been served from before, a file that is damaged or can't be
// written to is no reason not to start: nobody would get urgent help then. Nothing
// is written to either file in that case, and rooms.broken says why.
func (f folder) enter(ctx context.Context, a area, keyFile string) (r rooms, s seeded, leave func() error, err error) {
	relied := f.served()
	release, err := f.take()
	switch {
	case err == nil:
		if err := f.whole(); err != nil {
			return rooms{}, seeded{}, nil, errors.Join(err, release())
		}
		r, s, err = f.open(ctx, a, keyFile)
	case relied && errors.Is(err, errLockless):
		release = func() error { return nil } // nothing will be written that two could quarrel about
	default:
		return rooms{}, seeded{}, nil, err
	}
	if err != nil && (!relied || !tolerable(ctx, err)) {
		return rooms{}, seeded{}, nil, errors.Join(err, release())
	}
	if err != nil {
		r = rooms{broken: err}
	}
	return r, s, func() error { return errors.Join(r.Close(), release()) }, nil
}

// open opens both files, or neither.
func (f folder) open(ctx context.Context, a area, keyFile string) (rooms, seeded, error) {
	dir, s, err := f.openDirectory(ctx, a, time.Now())
	if err != nil {
		return rooms{}, seeded{}, err
	}
	kept, err := f.openStore(ctx, keyFile, time.Now)
	if err != nil {
		return rooms{}, seeded{}, errors.Join(err, dir.Close())
	}
	return rooms{dir: dir, kept: kept}, s, nil
}

// tolerable reports whether one can serve in spite of an error. Not with files that
// are sound and were mixed up: whoever has just done so stands by and is told.
func tolerable(ctx context.Context, err error) bool {
	if ctx.Err() != nil {
		return false
	}
	for _, mixed := range []error{
		sqlite.ErrNewer, sqlite.ErrOtherSet, store.ErrOtherKeys, keys.ErrMissing, keys.ErrBroken, keys.ErrExposed,
	} {
		if errors.Is(err, mixed) {
			return false
		}
	}
	return true
}

// tellBroken says at the start that little works, and why.
func (r rooms) tellBroken(w *world) {
	if r.broken == nil {
		return
	}
	w.say("Careful: the data can't be used, so only urgent help is answered, and everything else with a sentence that something is wrong. Nothing is written to the files. Put them right, then start again.")
	w.log.ErrorContext(w.ctx, "the data can't be used; only urgent help is answered", "error", r.broken.Error())
}
