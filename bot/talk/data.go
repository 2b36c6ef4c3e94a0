package talk

import (
	"strconv"
	"strings"
)

// The data of a button. The leading digit is the version of the format:
//
//	1o<conversation>.<turn>.<option>   answers the question it hangs under
//	1s<command>.<arg>                  opens an entrance, months later too
//
// 64 bytes are all there is.
const (
	optionPrefix   = "1o"
	standingPrefix = "1s"
)

// MaxData is how many bytes the data of a button may have, a limit of
// Telegram's callback_data.
const MaxData = 64

func optionData(id ID, turn int, option string) string {
	return optionPrefix + string(id) + "." + strconv.Itoa(turn) + "." + option
}

// StandingData is the data of a standing button.
func StandingData(command, arg string) string { return standingPrefix + command + "." + arg }

// ParseData reads the data of a button. What is not ours, or of a format that
// is no more, is an option of no conversation: an old button.
func ParseData(data string) Event {
	if rest, ok := strings.CutPrefix(data, standingPrefix); ok && len(data) <= MaxData {
		if command, arg, ok := strings.Cut(rest, "."); ok && validCommand(command) {
			return Command{Name: command, Arg: arg}
		}
	}
	if rest, ok := strings.CutPrefix(data, optionPrefix); ok && len(data) <= MaxData {
		id, rest, ok := strings.Cut(rest, ".")
		turn, option, ok2 := strings.Cut(rest, ".")
		n, err := strconv.Atoi(turn)
		if ok && ok2 && err == nil && n >= 0 {
			return Chose{Conversation: ID(id), Turn: n, Option: option}
		}
	}
	return Chose{}
}

// ParseCommand reads a typed command: "/find", "/start x", "/find@bot".
func ParseCommand(text string) (Command, bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(text), "/")
	if !ok {
		return Command{}, false
	}
	name, arg, _ := strings.Cut(rest, " ")
	name, _, _ = strings.Cut(name, "@")
	name = strings.ToLower(name)
	if !validCommand(name) {
		return Command{}, false
	}
	return Command{Name: name, Arg: strings.TrimSpace(arg)}, true
}

// validCommand is Telegram's rule for a command.
func validCommand(s string) bool {
	if s == "" || len(s) > 32 {
		return false
	}
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' {
			return false
		}
	}
	return true
}

// enterPrefix begins an option that opens an entrance.
const enterPrefix = "!"

// enterOption reads an option made by Enter or Back.
func enterOption(option string) (command, arg string, ok bool) {
	rest, ok := strings.CutPrefix(option, enterPrefix)
	if !ok {
		return "", "", false
	}
	command, arg, _ = strings.Cut(rest, ".")
	return command, arg, validCommand(command)
}
