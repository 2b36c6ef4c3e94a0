package main

import (
	"errors"
	"time"

	"signpost/locales"
)

// demo shows the bot in the invented town, in the browser. Its data folder is
// removed at the end.
type demo struct {
	HTTP string `name:"http" help:"Address of the page (localhost:8080)." default:"localhost:8080" from:"SIGNPOST_HTTP" placeholder:"ADDRESS"`
}

// Run opens the browser's door until the program is told to end.
func (d *demo) Run(w *world) (err error) {
	if off(d.HTTP) {
		return misuse{errors.New("the demonstration is shown in the browser: give --http an address, or use signpost chat --town")}
	}
	page, err := openPort(w.ctx, d.HTTP)
	if err != nil {
		return err
	}
	defer page.Close()
	temp, remove, err := throwaway()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	dir, _, err := temp.openDirectory(w.ctx, town, time.Now())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dir.Close()) }()
	kept, forget, err := forgetful(w.ctx, time.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close(), forget()) }()
	h, err := build(town, dir, kept, time.Now, w.log)
	if err != nil {
		return err
	}
	roles, err := tries(w.ctx, dir, kept)
	if err != nil {
		return err
	}
	front, err := browser(w, h, page, "", roles)
	if err != nil {
		return err
	}
	for _, role := range roles {
		w.say("Try it as %s: http://%s/try/%s", h.words.Plain(locales.Source, locales.RoleName(role.ID)), reachable(page.Addr()), role.ID)
	}
	w.say("%s is an invented town: none of its places and numbers exist. Nothing is kept; Ctrl-C ends.", town.Name)
	return h.run(w.ctx, front)
}
