package sqlite

import (
	"encoding/json"

	"signpost/directory"
)

// unplace takes the places out of what a service was before it became
// confidential: an address that must not be known is not kept in its history.
func (a applying) unplace(key int64) error {
	rows, err := a.tx.QueryContext(a.ctx, `SELECT version, record FROM service_version WHERE service_key = $1`, key)
	if err != nil {
		return err
	}
	defer rows.Close()
	old := map[int64]string{}
	for rows.Next() {
		var version int64
		var text string
		if err := rows.Scan(&version, &text); err != nil {
			return err
		}
		old[version] = text
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for version, text := range old {
		var s directory.Service
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			return err
		}
		bare, err := json.Marshal(s.WithoutPlaces())
		if err != nil {
			return err
		}
		if err := a.exec(`UPDATE service_version SET record = $3 WHERE service_key = $1 AND version = $2`, key, version, string(bare)); err != nil {
			return err
		}
	}
	return nil
}
