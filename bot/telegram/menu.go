package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"unicode/utf8"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// Profile is what Telegram shows of the bot before and beside the chat, in one
// language. An empty text leaves what Telegram has.
type Profile struct {
	Name             string // at most 64 characters
	Description      string // in an empty chat; at most 512
	ShortDescription string // on the bot's page and where it is shared; at most 120
	Commands         []Command
}

// Command is a line of the command menu.
type Command struct {
	Name        string `json:"command"`     // a-z, 0-9 and _, at most 32, without the slash
	Description string `json:"description"` // 1 to 256 characters
}

var (
	twoLetters  = regexp.MustCompile(`^[a-z]{2}$`)
	commandName = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)
)

// scripts are the tags of a language in one script, and Telegram's code they
// stand under: it knows no scripts. Who reads simplified Chinese gets further
// with the traditional than with English.
var scripts = map[string]string{"zh-Hant": "zh"}

// byCode is profiles by Telegram's codes of languages: two letters, or "" for
// everybody else. Others are left out. One under the code itself goes before
// one that only stands there.
func byCode(profiles map[string]Profile) map[string]Profile {
	all := map[string]Profile{}
	for tag, p := range profiles {
		if code := scripts[tag]; code != "" {
			if _, own := profiles[code]; !own {
				all[code] = p
			}
		} else if tag == "" || twoLetters.MatchString(tag) {
			all[tag] = p
		}
	}
	if en, ok := all["en"]; ok {
		if _, ok := all[""]; !ok {
			all[""] = en
		}
	}
	return all
}

// scopes the commands are set in. A private chat looks in all_private_chats
// first, and a narrower scope without the language beats a wider one with it, so
// every language is set in both.
var scopes = []string{`{"type":"default"}`, `{"type":"all_private_chats"}`}

// Profile makes Telegram show these profiles, by language. Only differences are
// written, since writing is limited strictly. The key "" (or "en" when there is
// none) is for everybody else. Telegram takes two-letter languages only: zh-Hant
// is set as zh, others are skipped. A profile over the limits is an error before any call; failed
// calls are one error that names the first and how many there were; the others are
// made nevertheless, unless nobody answers.
func (b *Bot) Profile(ctx context.Context, profiles map[string]Profile) error {
	all := byCode(profiles)
	var errs []error
	for _, lang := range slices.Sorted(maps.Keys(all)) {
		if err := all[lang].check(); err != nil {
			errs = append(errs, fmt.Errorf("profile in language %q: %w", lang, err))
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	var first error
	others := 0
	for _, lang := range slices.Sorted(maps.Keys(all)) {
		for _, set := range b.settings(lang, all[lang]) {
			err := set(ctx)
			var f *failure
			switch {
			case err == nil:
				continue
			case first == nil:
				first = err
			default:
				others++
			}
			if errors.As(err, &f) && !f.answered() {
				return first // all that follow would go the same way
			}
		}
	}
	if others > 0 {
		return fmt.Errorf("%w, and %d more of the profile", first, others)
	}
	return first
}

// settings are what a profile is set by, in one language.
func (b *Bot) settings(lang string, p Profile) []func(context.Context) error {
	text := func(noun, field, text string) func(context.Context) error {
		return func(ctx context.Context) error { return b.setText(ctx, noun, field, lang, text) }
	}
	all := []func(context.Context) error{
		text("MyName", "name", p.Name),
		text("MyDescription", "description", p.Description),
		text("MyShortDescription", "short_description", p.ShortDescription),
	}
	for _, scope := range scopes {
		all = append(all, func(ctx context.Context) error { return b.setCommands(ctx, scope, lang, p.Commands) })
	}
	return all
}

// check holds a profile against Telegram's limits.
func (p Profile) check() error {
	for _, text := range []struct {
		what, text string
		limit      int
	}{
		{"name", p.Name, 64},
		{"description", p.Description, 512},
		{"short description", p.ShortDescription, 120},
	} {
		if n := utf8.RuneCountInString(text.text); n > text.limit {
			return fmt.Errorf("the %s has %d characters of %d", text.what, n, text.limit)
		}
	}
	if len(p.Commands) > 100 {
		return fmt.Errorf("%d commands of 100", len(p.Commands))
	}
	for _, c := range p.Commands {
		if n := utf8.RuneCountInString(c.Description); !commandName.MatchString(c.Name) || n < 1 || n > 256 {
			return fmt.Errorf("the command %q or its description, of %d characters of 256, is not one Telegram takes", c.Name, n)
		}
	}
	return nil
}

// setText writes one text of the profile if Telegram has another.
func (b *Bot) setText(ctx context.Context, noun, field, lang, text string) error {
	if text == "" {
		return nil
	}
	p := tgbotapi.Params{}
	p.AddNonEmpty("language_code", lang)
	var has map[string]string
	if err := b.call(ctx, "get"+noun, p, &has); err != nil {
		return err
	}
	if has[field] == text {
		return nil
	}
	p[field] = text
	return b.call(ctx, "set"+noun, p, nil)
}

// setCommands writes the command menu of a scope if Telegram has another.
func (b *Bot) setCommands(ctx context.Context, scope, lang string, want []Command) error {
	if len(want) == 0 {
		return nil
	}
	p := tgbotapi.Params{"scope": scope}
	p.AddNonEmpty("language_code", lang)
	var has []Command
	if err := b.call(ctx, "getMyCommands", p, &has); err != nil {
		return err
	}
	if slices.Equal(has, want) {
		return nil
	}
	data, err := json.Marshal(want)
	if err != nil {
		return fmt.Errorf("writing the commands: %w", err)
	}
	p["commands"] = string(data)
	return b.call(ctx, "setMyCommands", p, nil)
}
