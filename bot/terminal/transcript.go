package terminal

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"signpost/bot/channel"
)

// Transcript is a dialogue as a text file that people write and review, in the
// form of a txtar archive:
//
//	Why this dialogue must hold.
//	-- given --
//	language: en
//	-- talk --
//	> /start
//	< Hello. What is it about?
//	  [Food] [Money]
//	> [Food]
//	-- kept --
//	started find_help
//
// Where several people talk to the bot, "@ Amina" says whose lines follow, and
// "~ 3 days later" lets time pass.
type Transcript struct {
	Prose string            // the reason, above the first section
	Given map[string]string // the world it happens in
	Talk  []Line
	Kept  []string // what remains of it, a line each
}

// Line is one message of a talk. Of a person exactly one of Said, Pressed,
// Location and Media is set; of the bot Shown or Rows.
type Line struct {
	Who      string // whose it is, where several people talk; "" where one does
	Later    string // "3 days": time passes, and nothing else
	Number   int    // its line in the file, from 1; 0 of one that was not read
	Said     string // "> can't sleep"
	Pressed  string // "> [Food]": the label of a button
	Location *channel.Location
	Seconds  int           // of "> (voice 20)", which somebody recorded
	Media    channel.Media // "> (voice)"; a position is "> (location 53.2 -1.4)"
	Shown    string        // "< Hello": lines of the bot, those after the first begin with two spaces
	Rows     [][]string    // the labels of its buttons: "  [Food] [Money]"
}

// Bot reports a line of the bot.
func (l Line) Bot() bool { return l.Shown != "" || len(l.Rows) > 0 }

// Passes is how much time passes with the line; 0 for a line of somebody.
func (l Line) Passes() time.Duration {
	n, unit, _ := strings.Cut(l.Later, " ")
	d, err := strconv.Atoi(n)
	if err != nil {
		return 0
	}
	units := map[string]time.Duration{"minute": time.Minute, "hour": time.Hour, "day": 24 * time.Hour}
	return time.Duration(d) * units[strings.TrimSuffix(unit, "s")]
}

// String is the line as a transcript has it, without the line break at its end.
func (l Line) String() string {
	switch {
	case l.Later != "":
		return "~ " + l.Later + " later"
	case l.Pressed != "":
		return "> [" + l.Pressed + "]"
	case l.Location != nil:
		return fmt.Sprintf("> (location %v %v)", l.Location.Lat, l.Location.Lon)
	case l.Seconds > 0:
		return fmt.Sprintf("> (%s %d)", l.Media, l.Seconds)
	case l.Media != "":
		return "> (" + string(l.Media) + ")"
	case !l.Bot():
		return "> " + l.Said
	}
	var lines []string
	if l.Shown != "" {
		lines = strings.Split(l.Shown, "\n")
	}
	for _, row := range l.Rows {
		lines = append(lines, "["+strings.Join(row, "] [")+"]")
	}
	for i := range lines {
		if i > 0 && lines[i] != "" {
			lines[i] = "  " + lines[i]
		}
	}
	return "< " + strings.Join(lines, "\n")
}

// Text is the file of a transcript, as Parse reads it. Keys of Given come in the
// order of keys, the others after them by name.
func (t Transcript) Text(keys ...string) string {
	var b strings.Builder
	b.WriteString(t.Prose)
	if t.Prose != "" && !strings.HasSuffix(t.Prose, "\n") {
		b.WriteByte('\n')
	}
	if len(t.Given) > 0 {
		b.WriteString("-- given --\n")
		for _, k := range inOrder(t.Given, keys) {
			b.WriteString(k + ": " + t.Given[k] + "\n")
		}
	}
	b.WriteString("-- talk --\n")
	who := ""
	for _, l := range t.Talk {
		if l.Who != who && l.Later == "" {
			who = l.Who
			b.WriteString("@ " + who + "\n")
		}
		b.WriteString(l.String() + "\n")
	}
	if len(t.Kept) > 0 {
		b.WriteString("-- kept --\n" + strings.Join(t.Kept, "\n") + "\n")
	}
	return b.String()
}

var (
	section  = regexp.MustCompile(`^-- (\S+) --\s*$`)
	oneRow   = regexp.MustCompile(`^\[[^\[\]]+\](?: \[[^\[\]]+\])*$`)
	oneLabel = regexp.MustCompile(`^\[([^\[\]]+)\]$`)
	passes   = regexp.MustCompile(`^~ (\d{1,3} (?:minute|hour|day)s?) later$`)
	spoken   = regexp.MustCompile(`^\(voice ([1-9]\d{0,3})\)$`)
	position = regexp.MustCompile(`^\(location (\S+) (\S+)\)$`)
)

// Parse reads a transcript. Its errors name the line and what is wrong with it,
// for people who write transcripts and no Go.
func Parse(data []byte) (Transcript, error) {
	t := Transcript{Given: map[string]string{}}
	in, seen, who := "", map[string]bool{}, ""
	text := strings.TrimSuffix(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
	for i, line := range strings.Split(text, "\n") {
		if m := section.FindStringSubmatch(line); m != nil {
			in = m[1]
			if seen[in] {
				return Transcript{}, fmt.Errorf("line %d: there are two sections %q", i+1, in)
			}
			seen[in] = true
			continue
		}
		var err error
		switch in {
		case "":
			t.Prose += line + "\n"
		case "given":
			err = t.given(line)
		case "talk":
			if name, ok := strings.CutPrefix(line, "@ "); ok && strings.TrimSpace(name) != "" {
				who = strings.TrimSpace(name)
				continue
			}
			err = t.talk(line, i+1, who)
		case "kept":
			if line = strings.TrimSpace(line); line != "" {
				t.Kept = append(t.Kept, line)
			}
		default:
			err = fmt.Errorf("no such section as %q: given, talk and kept are", in)
		}
		if err != nil {
			return Transcript{}, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	if !seen["talk"] {
		return Transcript{}, fmt.Errorf("there is no section talk")
	}
	t.Prose = strings.TrimSpace(t.Prose)
	for i := range t.Talk {
		if !t.Talk[i].Bot() {
			continue
		}
		if t.Talk[i].takeRows(); !t.Talk[i].Bot() {
			return Transcript{}, fmt.Errorf("line %d: the bot says nothing", t.Talk[i].Number)
		}
	}
	return t, nil
}

// given reads "key: value".
func (t *Transcript) given(line string) error {
	if strings.TrimSpace(line) == "" {
		return nil
	}
	key, value, ok := strings.Cut(line, ":")
	key = strings.TrimSpace(key)
	if !ok || key == "" {
		return fmt.Errorf("%q is not key: value", line)
	}
	if _, twice := t.Given[key]; twice {
		return fmt.Errorf("%s is given twice", key)
	}
	t.Given[key] = strings.TrimSpace(value)
	return nil
}

// talk reads a line of the dialogue, or one more line of the bot's message.
func (t *Transcript) talk(line string, number int, who string) error {
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	switch {
	case strings.HasPrefix(line, "~ "):
		m := passes.FindStringSubmatch(line)
		if m == nil {
			return fmt.Errorf("%q is not how time passes: ~ 3 days later", line)
		}
		t.Talk = append(t.Talk, Line{Number: number, Later: m[1]})
	case line == ">" || strings.HasPrefix(line, "> "):
		l, err := ParseLine(strings.TrimPrefix(line[1:], " "))
		if err != nil {
			return err
		}
		l.Number, l.Who = number, who
		t.Talk = append(t.Talk, l)
	case line == "<" || strings.HasPrefix(line, "< "):
		t.Talk = append(t.Talk, Line{Number: number, Who: who, Shown: strings.TrimPrefix(line[1:], " ") + "\n"})
	case len(t.Talk) > 0 && t.Talk[len(t.Talk)-1].Bot() && (strings.HasPrefix(line, "  ") || strings.TrimSpace(line) == ""):
		t.Talk[len(t.Talk)-1].Shown += strings.TrimPrefix(line, "  ") + "\n"
	case strings.TrimSpace(line) == "":
	default:
		return fmt.Errorf("%q begins with none of >, <, @, ~ and two spaces", line)
	}
	return nil
}

// takeRows makes rows of the last lines of a message that look like rows.
func (l *Line) takeRows() {
	lines := strings.Split(strings.TrimRight(l.Shown, "\n"), "\n")
	n := len(lines)
	for n > 0 && oneRow.MatchString(lines[n-1]) {
		n--
	}
	for _, row := range lines[n:] {
		l.Rows = append(l.Rows, strings.Split(row[1:len(row)-1], "] ["))
	}
	l.Shown = strings.TrimRight(strings.Join(lines[:n], "\n"), "\n")
}

// ParseLine reads what a person does, without the "> ": a text, or the label of
// a button in brackets, or "(voice)", "(voice 20)" and the like, or "(location 53.2 -1.4)".
func ParseLine(s string) (Line, error) {
	if strings.TrimSpace(s) == "" {
		return Line{}, fmt.Errorf("a person says nothing")
	}
	if m := oneLabel.FindStringSubmatch(s); m != nil {
		return Line{Pressed: m[1]}, nil
	}
	if m := position.FindStringSubmatch(s); m != nil {
		lat, err1 := strconv.ParseFloat(m[1], 64)
		lon, err2 := strconv.ParseFloat(m[2], 64)
		if err1 != nil || err2 != nil || !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) {
			return Line{}, fmt.Errorf("%q is no position: (location LATITUDE LONGITUDE)", s)
		}
		return Line{Location: &channel.Location{Lat: lat, Lon: lon}}, nil
	}
	if m := spoken.FindStringSubmatch(s); m != nil {
		seconds, err := strconv.Atoi(m[1])
		return Line{Media: channel.Voice, Seconds: seconds}, err
	}
	for _, kind := range mediaKinds {
		if s == "("+string(kind)+")" {
			return Line{Media: kind}, nil
		}
	}
	return Line{Said: s}, nil
}

// mediaKinds are the kinds of messages a transcript can name.
var mediaKinds = []channel.Media{
	channel.Voice, channel.Photo, channel.Video, channel.Sticker,
	channel.Document, channel.Contact, channel.Other,
}
