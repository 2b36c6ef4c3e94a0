// Command signpost is the door to the street: it reads the command line, puts
// the rooms together and opens the doors. What is said, what fits and what is
// kept is decided elsewhere.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends it at once
	code := run(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// commandLine is everything that can be said to the program.
type commandLine struct {
	Log string `help:"How the log is written, to the standard error: text or json." enum:"text,json" default:"text" from:"SIGNPOST_LOG" placeholder:"FORM"`

	Serve    serve      `cmd:"" help:"Open the doors: the browser, and Telegram if there is a token. Ends with Ctrl-C."`
	Demo     demo       `cmd:"" help:"Try it in the browser, in an invented town. Nothing is kept."`
	Chat     chat       `cmd:"" help:"Talk to it here, in the terminal. Nothing is kept."`
	Find     find       `cmd:"" help:"Look for services: a JSON object a line in, a JSON object a line out."`
	Classify classify   `cmd:"" help:"Say what is heard in messages: a JSON object a line in, a JSON object a line out."`
	Invite   invite     `cmd:"" help:"Invite the first coordinator, who invites all others in the chat."`
	Import   importFile `cmd:"" help:"Bring a file of services into the directory, all of it or nothing (Open Referral, JSON)."`
	Export   export     `cmd:"" help:"Write the directory out (Open Referral UK 3.0, JSON)."`
	Audit    audit      `cmd:"" help:"Write out who changed what, as a table (CSV)."`
	Check    check      `cmd:"" help:"Say what is wrong or unfinished in conversations, words and directory."`
	Backup   backup     `cmd:"" help:"Make an encrypted copy of the data, also while it is being served."`
	Key      backupKey  `cmd:"" name:"backup-key" help:"Make the pair of keys for backups: a public one to encrypt, a private one to restore."`
	Restore  restore    `cmd:"" help:"Put a backup into a data folder, without those who asked to be forgotten since."`
	Version  version    `cmd:"" help:"Say which version this is."`
}

// world is what a command is given from outside.
type world struct {
	ctx    context.Context
	getenv func(string) string
	in     io.Reader
	out    io.Writer
	err    io.Writer
	log    *slog.Logger
}

// input is the standard input, which ends with an error when the program is told
// to end: a read of a terminal can't be broken off.
func (w *world) input() io.Reader {
	r, to := io.Pipe()
	go func() {
		_, err := io.Copy(to, w.in)
		to.CloseWithError(err)
	}()
	context.AfterFunc(w.ctx, func() { to.CloseWithError(w.ctx.Err()) })
	return r
}

// say writes a line for the person at the command line, beside the output.
func (w *world) say(format string, a ...any) { fmt.Fprintf(w.err, format+"\n", a...) }

// Exit codes: what was asked for was done; it was not; it was not understood.
const (
	done      = 0
	failed    = 1
	misspoken = 2
)

// errReported ends a command that has said itself what went wrong.
var errReported = errors.New("this was reported")

// misuse is an error of whoever wrote the command line.
type misuse struct{ error }

// Unwrap gives the cause.
func (m misuse) Unwrap() error { return m.error }

// run is the whole program. It returns the exit code.
func run(ctx context.Context, args []string, getenv func(string) string, in io.Reader, out, stderr io.Writer) int {
	var line commandLine
	w := &world{ctx: ctx, getenv: getenv, in: in, out: out, err: stderr}
	command, err := parse(&line, args, w)
	if err == nil && command != nil {
		w.log = newLog(stderr, line.Log)
		err = command.Run(w)
	}
	var bad misuse
	switch {
	case err == nil:
		return done
	case errors.Is(err, errReported):
		return failed
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		fmt.Fprintln(stderr, "signpost: broken off before it was done")
		return failed
	case errors.As(err, &bad):
		fmt.Fprintf(stderr, "signpost: %v\nRun \"signpost --help\" to see what there is.\n", err)
		return misspoken
	default:
		fmt.Fprintf(stderr, "signpost: %v\n", err)
		return failed
	}
}

// shown ends the parsing when the help was asked for and has been shown.
type shown struct{ code int }

// parse reads the command line. A nil command with a nil error means that the
// help was shown.
func parse(line *commandLine, args []string, w *world) (command *kong.Context, err error) {
	parser, err := kong.New(line,
		kong.Name("signpost"),
		kong.Description("First contact for people who look for somebody to talk to, in their own language."),
		kong.Writers(w.out, w.err),
		kong.Exit(func(code int) { panic(shown{code}) }),
		kong.Resolvers(environment(w.getenv)),
		kong.ValueFormatter(withSource),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		return nil, fmt.Errorf("setting up the command line: %w", err)
	}
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(shown); !ok {
				panic(r)
			}
			command, err = nil, nil
		}
	}()
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err = parser.Parse(args)
	if err != nil {
		return nil, misuse{err}
	}
	return command, nil
}

// environment gives a flag its value from the variable in its tag "from", when
// the flag is not on the command line.
func environment(getenv func(string) string) kong.Resolver {
	return kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		if name := flag.Tag.Get("from"); name != "" {
			if value := getenv(name); value != "" {
				return value, nil
			}
		}
		return nil, nil
	})
}

// withSource names the variable of a flag in its help.
func withSource(v *kong.Value) string {
	help := kong.DefaultHelpValueFormatter(v)
	if name := v.Tag.Get("from"); name != "" {
		help = strings.TrimSpace(help) + " ($" + name + ")"
	}
	return help
}
