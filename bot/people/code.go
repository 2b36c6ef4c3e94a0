package people

import (
	"encoding/base32"
	"strings"
)

// crockford has no letter that is taken for a figure or for another letter when
// it is read out (Crockford's base 32).
var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// codeSigns is how many signs 128 bits make.
const codeSigns = 26

// NewCode writes 128 random bits as a code that can be read out and typed.
func NewCode(bits [16]byte) string { return crockford.EncodeToString(bits[:]) }

// SpokenCode is a code in groups of four, as one reads it out.
func SpokenCode(code string) string {
	var groups []string
	for len(code) > 4 {
		groups = append(groups, code[:4])
		code = code[4:]
	}
	return strings.Join(append(groups, code), " ")
}

// ParseCode reads a code as somebody types it: small letters, spaces, lines
// between the groups, and O, I and L for the figures they look like.
func ParseCode(typed string) (code string, ok bool) {
	var b strings.Builder
	for _, r := range strings.ToUpper(typed) {
		switch r {
		case ' ', '-', '\u2013', '\u2014', '_', '.':
			continue
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		b.WriteRune(r)
	}
	code = b.String()
	if len(code) != codeSigns {
		return "", false
	}
	bits, err := crockford.DecodeString(code)
	return code, err == nil && len(bits) == 16
}
