package locales

import "testing"

func TestMissing(t *testing.T) {
	if lacks, all := Missing("pl"); lacks != 0 || all < 300 {
		t.Errorf("Polish lacks %d of %d", lacks, all)
	}
	if lacks, all := Missing("xx"); lacks != all {
		t.Errorf("a language we have not lacks %d of %d", lacks, all)
	}
}
