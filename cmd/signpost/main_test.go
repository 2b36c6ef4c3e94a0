package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"signpost/bot/store"
	"signpost/directory/sqlite"
)

// programs are those that the tests can run: their own binary, under another name.
var programs = map[string]func(){"signpost": main}

func TestMain(m *testing.M) {
	s := suite{M: m}
	if programs[filepath.Base(os.Args[0])] == nil { // which is a program, not the tests
		var err error
		if s.dir, err = os.MkdirTemp("", "signpost-tests-*"); err != nil {
			panic(err)
		}
		builtIn = s.dir
	}
	testscript.Main(s, programs)
}

// TestScripts runs the program as a user meets it. Beside the commands of
// testscript (go doc github.com/rogpeppe/go-internal/testscript) a script has:
//
//	up ARGS...          starts signpost and waits until it says that it is open; sets $URL
//	down                tells it to end (SIGTERM), which it must do well; its words are in up.log
//	page                looks at $URL; what is on it is in page.html
//	page say TEXT...    types
//	page press LABEL... presses the newest button with that label
//	page quickly        leaves quickly
//	page at PATH        goes to an address of the page
//	page follow FILE    goes where the first link to the page leads that is in the file
//	newcomer            somebody else sits in front of a browser of their own
//	taken NAME          listens at an address and puts it into $NAME
//	newer FILE          makes a database one of a newer release
//	counted FILE KIND FIELD=VALUE...  counts something in June 2030 that no flow counts
//	backup-of FOLDER    puts the path of the only backup in a folder into $BACKUP
//	aside FOLDER        wants that a restore has put aside once what was in a data folder
//	empty FOLDER DATA   wants no file in a folder and no data nor copies in another
//	exits CODE ARGS...  runs signpost and wants that exit code
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, "config"))
			if err := short(e); err != nil {
				return err
			}
			jar, err := cookiejar.New(nil)
			if err != nil {
				return err
			}
			e.Values["person"] = &person{http: &http.Client{Jar: jar}}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"up": up, "down": down, "page": page, "newcomer": newcomer, "taken": taken, "newer": newer, "counted": counted, "exits": exits,
			"backup-of": backupOf, "aside": aside, "empty": empty,
		},
	})
}

// short has what a script runs and waits for (exec, exits) run without the race
// detector. What is up for a while has it.
func short(e *testscript.Env) error {
	name, value, _ := strings.Cut(noSleep, "=")
	e.Setenv(name, value)
	if !underRace {
		return nil
	}
	path, err := built()
	e.Setenv("PATH", filepath.Dir(path)+string(os.PathListSeparator)+e.Getenv("PATH"))
	return err
}

// person is who sits in front of the page, and the program that was started.
type person struct {
	http    *http.Client
	page    string // the newest, as HTML
	program *exec.Cmd
	said    *bytes.Buffer
	ended   chan error
}

func of(ts *testscript.TestScript) *person { return ts.Value("person").(*person) }

// variables are what the program may read of the script's environment.
var variables = []string{
	"PATH", "HOME", "TMPDIR", "GORACE", "XDG_CONFIG_HOME", "SIGNPOST_DATA", "SIGNPOST_KEYS", "SIGNPOST_HTTP",
	"SIGNPOST_LOG", tokenVariable, "TELEGRAM_BOT_TOKEN_FILE", "TELEGRAM_API_URL",
}

var opened = regexp.MustCompile(`^Open (https?://\S+)$`)

func up(ts *testscript.TestScript, neg bool, args []string) {
	p := of(ts)
	if neg || p.program != nil {
		ts.Fatalf("up starts one program at a time, and it must start")
	}
	c := exec.Command("signpost", args...)
	c.Dir = ts.MkAbs(".")
	for _, name := range variables {
		if v := ts.Getenv(name); v != "" {
			c.Env = append(c.Env, name+"="+v)
		}
	}
	out, err := c.StderrPipe()
	ts.Check(err)
	ts.Check(c.Start())
	p.program, p.said, p.ended = c, &bytes.Buffer{}, make(chan error, 1)
	ts.Defer(func() {
		if p.program != nil {
			_ = p.program.Process.Kill()
			<-p.ended
		}
	})
	at := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			p.said.WriteString(lines.Text() + "\n")
			if m := opened.FindStringSubmatch(lines.Text()); m != nil {
				at <- m[1]
			}
		}
		close(at)
		p.ended <- c.Wait()
	}()
	url, ok := <-at
	if !ok {
		p.program = nil
		ts.Fatalf("signpost did not open: %v\n%s", <-p.ended, p.said)
	}
	ts.Setenv("URL", url)
}

func down(ts *testscript.TestScript, _ bool, _ []string) {
	p := of(ts)
	if p.program == nil {
		ts.Fatalf("nothing is up")
	}
	ts.Check(p.program.Process.Signal(syscall.SIGTERM))
	err := <-p.ended
	p.program = nil
	ts.Check(os.WriteFile(ts.MkAbs("up.log"), p.said.Bytes(), 0o644))
	if err != nil {
		ts.Fatalf("signpost did not end well: %v\n%s", err, p.said)
	}
}

func page(ts *testscript.TestScript, neg bool, args []string) {
	p, at := of(ts), ts.Getenv("URL")
	var r *http.Response
	var err error
	switch {
	case len(args) == 0:
		r, err = p.http.Get(at)
	case args[0] == "quickly":
		leaves := &http.Client{Jar: p.http.Jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		if r, err = leaves.PostForm(at+"/leave", nil); err == nil {
			r.StatusCode = http.StatusOK
		}
	case args[0] == "at":
		r, err = p.http.Get(at + args[1])
	case args[0] == "follow":
		link := regexp.MustCompile(regexp.QuoteMeta(at) + `/\S+`).FindString(ts.ReadFile(args[1]))
		if link == "" {
			ts.Fatalf("%s has no link to the page", args[1])
		}
		r, err = p.http.Get(link)
	case args[0] == "say":
		r, err = p.http.PostForm(at+"/say", url.Values{"text": {strings.Join(args[1:], " ")}})
	case args[0] == "press":
		label := strings.Join(args[1:], " ")
		buttons := regexp.MustCompile(`name="b" value="([^"]*)"><bdi[^>]*>`+regexp.QuoteMeta(label)+`</bdi>`).FindAllStringSubmatch(p.page, -1)
		if len(buttons) == 0 {
			ts.Fatalf("there is no button %q on the page:\n%s", label, p.page)
		}
		r, err = p.http.PostForm(at+"/press", url.Values{"b": {buttons[len(buttons)-1][1]}})
	default:
		ts.Fatalf("page, page say, page press, page at or page follow, not %q", args[0])
	}
	ts.Check(err)
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	ts.Check(err)
	if ok := r.StatusCode == http.StatusOK; ok == neg {
		ts.Fatalf("the page answers %s", r.Status)
	}
	p.page = string(b)
	ts.Check(os.WriteFile(ts.MkAbs("page.html"), b, 0o644))
}

func newcomer(ts *testscript.TestScript, _ bool, _ []string) {
	jar, err := cookiejar.New(nil)
	ts.Check(err)
	of(ts).http = &http.Client{Jar: jar}
}

func taken(ts *testscript.TestScript, _ bool, args []string) {
	l, err := net.Listen("tcp", "localhost:0")
	ts.Check(err)
	ts.Defer(func() { l.Close() })
	ts.Setenv(args[0], l.Addr().String())
}

func newer(ts *testscript.TestScript, _ bool, args []string) {
	set := sqlite.DirectorySet
	if strings.HasSuffix(args[0], "bot.db") {
		set = store.Set
	}
	db, err := sqlite.Open(context.Background(), ts.MkAbs(args[0]), set, sqlite.Options{Existing: true})
	ts.Check(err)
	_, err = db.Write.ExecContext(context.Background(), `UPDATE signpost_schema SET version = 9999`)
	ts.Check(errors.Join(err, db.Close()))
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec("signpost", args[1:]...)
	code := "0"
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ProcessState.String()
		code = strings.TrimPrefix(code, "exit status ")
	}
	if code != args[0] {
		ts.Fatalf("signpost %s exits with %s, want %s (%v)", strings.Join(args[1:], " "), code, args[0], err)
	}
}
