import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCommandLine } from '../../server/core/ports/read/commandLine.ts';
import { verbatim } from '../../server/core/text/mapped.ts';

/** What a command says, as `port:role/protocols`. */
function check(line: string, ...expected: readonly string[]): void {
  test(line, () => {
    const ports = readCommandLine(verbatim(line, { start: 0, end: line.length }));
    const shown = ports.map(({ span, role, protocols }) => {
      const protocol = protocols ? `/${protocols.join('+')}` : '';
      return `${line.slice(span.start, span.end)}:${role}${protocol}`;
    });
    assert.deepEqual(shown, expected);
  });
}

check('iptables -A INPUT -p tcp --dport 22 -j ACCEPT', '22:allow/tcp');
check('sudo ip6tables -I INPUT -p udp --dport 5353 -j DROP', '5353:deny/udp');
check(
  'iptables -A INPUT -p tcp -m multiport --dports 22,80,8000:8010 -j ACCEPT',
  '22:allow/tcp',
  '80:allow/tcp',
  '8000:8010:allow/tcp',
);
check('iptables -A INPUT -p tcp ! --dport 25 -j REJECT', '25:deny/tcp');
check('iptables -A INPUT -p tcp --dport ssh -j ACCEPT');
check('iptables -A INPUT -p tcp --dport 1024: -j ACCEPT', '1024:allow/tcp');
check('iptables -A INPUT -p tcp --dport=8080 -j ACCEPT', '8080:allow/tcp');
check('iptables -A INPUT -p icmp --icmp-type 8 -j ACCEPT');
check('iptables -A INPUT -p tcp --syn -m connlimit --connlimit-above 15 --connlimit-mask 32 -j DROP');
check(
  'iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 8080',
  '80:allow/tcp',
  '8080:forward/tcp',
);
check(
  'iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 10.0.0.1:8080',
  '80:allow/tcp',
  '8080:forward/tcp',
);
check(
  'ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to [fe80::1]:8080-8090',
  '80:allow/tcp',
  '8080-8090:forward/tcp',
);
check('ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to fe80::8080', '80:allow/tcp');
check('$IPT -A INPUT -p tcp --dport 113 -j DROP', '113:deny/tcp');
check('iptables -A INPUT -p tcp --dport "${PORT:-8080}" -j ACCEPT', '8080:allow/tcp');
check('iptables -A INPUT -j LOG --log-prefix "dport 99"');
check('ufw allow 22', '22:allow');
check('ufw allow 80,443/tcp', '80:allow/tcp', '443:allow/tcp');
check('ufw allow 6000:6010/udp', '6000:6010:allow/udp');
check('ufw allow proto tcp from 10.0.0.0/8 to any port 5432', '5432:allow/tcp');
check('ufw deny in on eth0 to any port 23 proto tcp comment "not 24"', '23:deny/tcp');
check('ufw limit ssh');
check('ufw allow "Nginx Full"');
check('ufw delete 3');
check('ufw insert 1 allow 8080/tcp', '8080:allow/tcp');
check('ufw --force enable');
check('ufw logging 2');
check('firewall-cmd --permanent --zone=public --add-port=8080/tcp', '8080:allow/tcp');
check('firewall-cmd --add-port 8000-8010/udp', '8000-8010:allow/udp');
check('firewall-cmd --add-port={80,443}/tcp', '80:allow/tcp', '443:allow/tcp');
check(
  'firewall-cmd --add-forward-port=port=80:proto=tcp:toport=8080:toaddr=10.0.0.1',
  '80:allow/tcp',
  '8080:forward/tcp',
);
check(
  `firewall-cmd --add-rich-rule='rule family="ipv4" source address="10.0.0.0/8" port port="5432" protocol="tcp" reject'`,
  '5432:deny/tcp',
);
check('firewall-cmd --direct --add-rule ipv4 filter INPUT 0 -p tcp --dport 9000 -j ACCEPT', '9000:allow/tcp');
check('firewall-cmd --set-log-denied=all --timeout=3600');
check('nft add rule inet filter input tcp dport 22 accept', '22:allow/tcp');
check(
  "nft add rule inet filter input tcp dport '{ 80, 443, 8000-8010 }' drop",
  '80:deny/tcp',
  '443:deny/tcp',
  '8000-8010:deny/tcp',
);
check('nft add rule ip nat prerouting tcp dport 80 redirect to :8080', '80:allow/tcp', '8080:forward/tcp');
check('nft add rule inet filter input limit rate 10/second accept');
