package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"signpost/bot/flows/access"
	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/terminal"
	"signpost/bot/web"
	"signpost/directory"
	"signpost/directory/sqlite"
	"signpost/locales"
)

// cast are those as whom the invented town can be tried.
var cast = []people.Role{people.Member, people.FirstAider, people.GroupAdmin, people.Coordinator}

// exampleName is what they are called in the lists of the town.
const exampleName = "Sam"

// hatOf is the hat of a role in the invented town. A role in a group is worn in the
// first group, by name, that shows something with sessions.
func hatOf(ctx context.Context, dir *sqlite.Directory, role people.Role) (people.Hat, error) {
	if !role.InGroup() {
		return people.Hat{Role: role}, nil
	}
	groups, err := dir.Groups(ctx)
	if err != nil {
		return people.Hat{}, err
	}
	for _, g := range groups {
		services, err := dir.ServicesOf(ctx, g.ID)
		if err != nil {
			return people.Hat{}, err
		}
		if slices.ContainsFunc(services, func(s *directory.Service) bool { return s.Shown() && holdsSessions(s) }) {
			return people.Hat{Role: role, Group: string(g.ID)}, nil
		}
	}
	return people.Hat{}, errors.New("the invented town has no group that shows a session")
}

func holdsSessions(s *directory.Service) bool {
	return slices.ContainsFunc(s.Schedules, func(c directory.Schedule) bool { return c.Session })
}

// tries are the links of a demonstration. Each makes an invitation of its own.
func tries(ctx context.Context, dir *sqlite.Directory, kept *store.Store) ([]web.Try, error) {
	var out []web.Try
	for _, role := range cast {
		t := web.Try{ID: string(role), Label: locales.RoleName(string(role)).Capital()}
		if role != people.Member {
			hat, err := hatOf(ctx, dir, role)
			if err != nil {
				return nil, err
			}
			t.Payload = func(ctx context.Context) (string, error) {
				code, err := invited(ctx, kept, hat, exampleName)
				return access.JoinPayload(code), err
			}
		}
		out = append(out, t)
	}
	return out, nil
}

// wear puts a hat on whoever sits at the terminal, who talks in a language.
func wear(ctx context.Context, dir *sqlite.Directory, kept *store.Store, role people.Role, language string) error {
	hat, err := hatOf(ctx, dir, role)
	if err != nil || role == people.Member {
		return err
	}
	code, err := invited(ctx, kept, hat, exampleName)
	if err != nil {
		return err
	}
	_, err = kept.Save(ctx, store.Turn{Door: terminal.Door, Chat: chatID, Do: []talk.Effect{
		people.Bind{Code: code, Person: chance.ID(), Digits: chance.Digits(), Language: language},
	}})
	return err
}

// castRole is a role that somebody asks to try.
func castRole(name string) (people.Role, error) {
	if slices.Contains(cast, people.Role(name)) {
		return people.Role(name), nil
	}
	var have []string
	for _, r := range cast {
		have = append(have, string(r))
	}
	return "", misuse{fmt.Errorf("--as is one of %s", strings.Join(have, ", "))}
}
