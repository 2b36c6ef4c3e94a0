package directory

import (
	"encoding/base64"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/google/uuid"
)

// ErrNotFound says that the directory has no such record.
var ErrNotFound = errors.New("not in the directory")

// ID is a UUID in its usual text form, lower case; "" is none.
type ID string

// idForm is how the UUIDs of real feeds look. RFC 9562's version and variant
// digits are not asked for: published feeds are full of hex that has none, and
// an id that is changed on import can no longer be compared with its source.
var idForm = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

// idSpace is the name space of the ids we make: fixed for ever, since an id made
// today must be made again by the next import of the same source.
var idSpace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://openreferral.org/signpost/id"))

// NewID is the id under which we keep a record of a source. A source id that
// already has the form 8-4-4-4-12 in hex is kept, in lower case; any other gives
// a UUID of version 5, the same one each time.
func NewID(source, sourceID string) ID {
	if id := ID(strings.ToLower(strings.TrimSpace(sourceID))); id.Valid() {
		return id
	}
	return ID(uuid.NewSHA1(idSpace, []byte(source+"\x00"+sourceID)).String())
}

// Valid reports whether the id has the form 8-4-4-4-12 in lower-case hex. The
// empty id is not valid.
func (id ID) Valid() bool { return idForm.MatchString(string(id)) }

// Short is the id in 22 characters that are safe in a link and a button; "" for
// an id that is not Valid.
func (id ID) Short() string {
	u, err := uuid.Parse(string(id))
	if err != nil || !id.Valid() {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(u[:])
}

// ParseShort reads what Short wrote. Only the one spelling that Short gives is
// taken, so that two buttons are never the same id in two forms.
func ParseShort(s string) (ID, error) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(s)
	if err != nil || len(s) != 22 || len(b) != 16 {
		return "", fmt.Errorf("reading a short id: not 22 characters of the URL-safe alphabet")
	}
	u, err := uuid.FromBytes(b)
	if err != nil {
		return "", fmt.Errorf("reading a short id: %w", err)
	}
	return ID(u.String()), nil
}
