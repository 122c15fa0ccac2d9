import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reference } from '../../server/core/features/page/reference.ts';

/** A reference as IANA writes it, and how it is shown: `text <url>`. */
function check(written: string, expected: string): void {
  test(written, () => {
    const shown = reference(written).map(piece =>
      typeof piece === 'string' ? piece : piece.kind === 'link' ? `${piece.text} <${piece.url}>` : piece.kind,
    );
    assert.equal(shown.join(''), expected);
  });
}

check('RFC9110', 'RFC 9110 <https://www.rfc-editor.org/rfc/rfc9110>');
check('RFC8314, Section 7.3', 'RFC 8314 <https://www.rfc-editor.org/rfc/rfc8314>, Section 7.3');
check('draft-herbert-gue-01', 'draft-herbert-gue <https://datatracker.ietf.org/doc/draft-herbert-gue/>');
check(
  'draft-zubov-snif-05, Section 10.2',
  'draft-zubov-snif <https://datatracker.ietf.org/doc/draft-zubov-snif/>, Section 10.2',
);
check(
  'RFC-ietf-ntp-roughtime-14',
  'draft-ietf-ntp-roughtime <https://datatracker.ietf.org/doc/draft-ietf-ntp-roughtime/>',
);
check(
  'draft-ietf-emailcore-rfc5321bis-43',
  'draft-ietf-emailcore-rfc5321bis <https://datatracker.ietf.org/doc/draft-ietf-emailcore-rfc5321bis/> (a revision of RFC 5321)',
);
check('https://xahau.network', 'https://xahau.network <https://xahau.network>');
check('ISO/IEC 13818-6 MPEG-2 DSM-CC', 'ISO/IEC 13818-6 MPEG-2 DSM-CC');
check('n/a', 'n/a');
check('javascript:alert(1)', 'javascript:alert(1)');
