package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"signpost/bot/forgets"
	"signpost/bot/store"
)

// remember has the store write down whom it forgets, and forget whom an older copy
// of the data brought back. What goes wrong with that is said, and stops nobody.
func remember(ctx context.Context, w *world, kept *store.Store, file, keyFile string) {
	path, err := forgetsPath(file, keyFile)
	var book *forgets.Book
	if err == nil {
		book, err = openBook(w, path)
	}
	if err != nil {
		w.say("Careful: it can't be written down who asks to be forgotten, so a backup that is put back would bring them back: %v. Make %s writable for this user, or say with --forgets where else it is to be.", err, path)
		return
	}
	heeded, err := kept.Heed(ctx, book)
	switch {
	case err != nil:
		w.log.ErrorContext(ctx, "who was forgotten since these data were written can't be read", "error", err.Error())
	case heeded.Notes > 0 && !heeded.First:
		w.log.WarnContext(ctx, "the data are older than what was forgotten, which is forgotten again", "count", heeded.Notes)
	case !heeded.Whole && !heeded.First:
		w.say("Careful: %s is not the file that these data were served with. If they are an older copy, whoever asked to be forgotten since is in them again.", path)
	}
}

// openBook opens the book of forgets, and begins another when the one that is there
// can't be read: whoever restores a backup then learns that it is not whole.
func openBook(w *world, path string) (*forgets.Book, error) {
	book, err := forgets.Open(path, false)
	if !errors.Is(err, forgets.ErrBroken) {
		return book, err
	}
	w.say("Careful: %v. It is put aside as %s.broken, and another is begun.", err, path)
	if err := os.Rename(path, path+".broken"); err != nil {
		return nil, fmt.Errorf("putting it aside: %w", cause(err))
	}
	return forgets.Open(path, false)
}
