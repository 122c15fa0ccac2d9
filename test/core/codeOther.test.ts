import { checkIn } from './codeTable.ts';

const nix = checkIn('nix');
const php = checkIn('php');
const groovy = checkIn('groovy');
const kotlin = checkIn('kotlin');
const lua = checkIn('lua');
const powershell = checkIn('powershell');
const bicep = checkIn('bicep');

nix(
  '{ config, pkgs, port ? 8080, ... }:\nlet x = 3; in {\n  services.nginx.port = 80;\n  networking.firewall.allowedTCPPorts = [ 80 443 cfg.port ];\n  networking.firewall.allowedTCPPortRanges = [ { from = 8000; to = 8010; } ];\n  services.x = { enable = true; port = lib.mkDefault 8081; settings."a.b".url = "http://localhost:${toString cfg.port}"; };\n  virtualisation.oci-containers.containers.foo.ports = [ "127.0.0.1:8080:80" ];\n  services.nginx.virtualHosts."x.com" = { listen = [ { addr = "0.0.0.0"; port = 80; } ]; locations."/".proxyPass = "http://127.0.0.1:3000"; };\n options.p = mkOption { type = types.port; default = 3000; }; a = cfg.port or 90; e = \'\'\n listen 80;\n ${x}\n \'\'; }',
  'port = 8080',
  'x = 3',
  'services nginx port = 80',
  'networking firewall allowedTCPPorts = 80[0]',
  'networking firewall allowedTCPPorts = 443[1]',
  'networking firewall allowedTCPPortRanges from = 8000',
  'networking firewall allowedTCPPortRanges to = 8010',
  'services x port = 8081',
  'services x settings a.b url = "http://localhost:?"',
  'virtualisation oci-containers containers foo ports = "127.0.0.1:8080:80"[0]',
  'services nginx virtualHosts x.com listen addr = "0.0.0.0"',
  'services nginx virtualHosts x.com listen port = 80',
  'services nginx virtualHosts x.com locations / proxyPass = "http://127.0.0.1:3000"',
  'options p default = 3000',
  'a = 90 <port',
  'e = "\n listen 80;\n ?\n "',
);
php(
  "<?php\nreturn [\n 'default' => env('DB', 'mysql'),\n 'connections' => [ 'mysql' => [ 'port' => env('DB_PORT', '3306'), 'url' => \"redis://{$h}:6379\" ] ],\n];\n$cfg['Servers'][$i]['port'] = 3306;\ndefine('PORT', 80);\n$a->listen(81); // x 80\n$p = $_ENV['PORT'] ?? 3000; $q = getenv('PORT') ?: 33; $o->set(['worker' => 4, 'port' => 9501]); new Server('0.0.0.0', 9501); ",
  'default = "mysql" <DB',
  'connections mysql port = "3306" <DB_PORT',
  'connections mysql url = "redis://?:6379"',
  'cfg Servers i port = 3306',
  'define = "PORT" @define[0]',
  'define = 80 @define[1]',
  'a.listen = 81 @a.listen[0]',
  'p = 3000 <PORT',
  'q = 33 <PORT',
  'o.set worker = 4 @o.set',
  'o.set port = 9501 @o.set',
  'Server = "0.0.0.0" @Server[0]',
  'Server = 9501 @Server[1]',
);
groovy(
  "pipeline {\n agent any\n environment { PORT = '8080' }\n stages { stage('x') { steps { sh 'docker run -p 80:80 x'\n sh \"curl localhost:${env.PORT ?: 8080}\" } } }\n}\nserver.port = 80\nint port = 8080\ndef p = 9\nbootRun { args = ['--server.port=8081'] }\nid 'x' version '1.2'\njvmArgs '-Dport=1', \"-Dx=2\"\nfoo(port: 3, host: 'x')",
  'pipeline environment PORT = "8080"',
  'pipeline stages stage = "x" @stage[0]',
  'pipeline stages stage steps sh = "docker run -p 80:80 x" @sh[0]',
  'pipeline stages stage steps sh = 8080 @sh[0] <PORT',
  'pipeline stages stage steps sh = "curl localhost:?" @sh[0]',
  'server port = 80',
  'port = 8080',
  'p = 9',
  'bootRun args = "--server.port=8081"[0]',
  'id = "x" @id[0]',
  'id version = "1.2" @version[0]',
  'jvmArgs = "-Dport=1" @jvmArgs[0]',
  'jvmArgs = "-Dx=2" @jvmArgs[1]',
  'foo port = 3 @foo',
  'foo host = "x" @foo',
);
kotlin(
  'plugins { id("x") version "1" }\nval port: Int = 8080\ntasks.register<Foo>("x") { port.set(8080); server { port = 80 } }\nembeddedServer(Netty, port = System.getenv("PORT")?.toInt() ?: 8080, host = "0.0.0.0") { }\nfun main(port: Int = 5) { connect("h", 5432) }',
  'plugins id = "x" @id[0]',
  'plugins = "1"',
  'port = 8080',
  '= "x"',
  'port.set = 8080 @port.set[0]',
  'server port = 80',
  'embeddedServer port = 8080 @embeddedServer <PORT',
  'embeddedServer host = "0.0.0.0" @embeddedServer',
  'port = 5',
  'connect = "h" @connect[0]',
  'connect = 5432 @connect[1]',
);
lua(
  'local port = 8080\nlocal cfg = { port = 80, hosts = { "a:1", "b:2" } }\nserver:listen(81)\nredis.connect("127.0.0.1", 6379)\nreturn { server = { port = os.getenv("PORT") or 3000 } } -- x 80\nx = [[ a 80 ]]\nf{ port = 3 }\nngx.say "a:80" .. 3',
  'port = 8080',
  'cfg port = 80',
  'cfg hosts = "a:1"',
  'cfg hosts = "b:2"',
  'server.listen = 81 @server.listen[0]',
  'redis.connect = "127.0.0.1" @redis.connect[0]',
  'redis.connect = 6379 @redis.connect[1]',
  'server port = 3000 <PORT',
  'x = " a 80 "',
  'f port = 3 @f',
  'ngx.say = "a:80" @ngx.say[0] !',
  'ngx.say = 3 @ngx.say[0] !',
);
powershell(
  '$Port = 8080\nparam(\n [int]$P = 80,\n [string]$H = "x"\n)\nNew-NetFirewallRule -DisplayName "x y" -LocalPort 80,443 -Protocol TCP -Action Allow\n$env:PORT = "3000"\n$o = @{ Port = 5; Host = "a" }\nInvoke-WebRequest "http://localhost:$Port/x" `\n -TimeoutSec 5\nTest-NetConnection -ComputerName x -Port 3389\n$l = [System.Net.Sockets.TcpListener]::new(9000); if ($p -lt 1024) {}',
  'Port = 8080',
  'P = 80',
  'H = "x"',
  'New-NetFirewallRule DisplayName = "x y" @New-NetFirewallRule',
  'New-NetFirewallRule LocalPort = 80 @New-NetFirewallRule',
  'New-NetFirewallRule LocalPort = 443 @New-NetFirewallRule',
  'env PORT = "3000"',
  'o Port = 5',
  'o Host = "a"',
  'Invoke-WebRequest = "http://localhost:?/x" @Invoke-WebRequest[0]',
  'Invoke-WebRequest TimeoutSec = 5 @Invoke-WebRequest',
  'Test-NetConnection Port = 3389 @Test-NetConnection',
  'l new = 9000 @new[0]',
  '= 1024 !',
);
powershell('Test-Retry $api.Host $api.Port 20', 'Test-Retry = 20 @Test-Retry[0]');
bicep(
  "@description('x')\nparam port int = 80\nvar ports = [\n  80\n  443\n]\nresource a 'Microsoft.X/y@2020' = {\n name: 'x'\n properties: {\n  ingress: { targetPort: 8080, x: 'a:${port}' }\n  ports: [\n   { port: 81, protocol: 'TCP' }\n  ]\n  destinationPortRange: '8000-8100'\n }\n}",
  '@description = "x" @@description[0]',
  'port = 80',
  'ports = 80[0]',
  'ports = 443[1]',
  'a name = "x"',
  'a properties ingress targetPort = 8080',
  'a properties ingress x = "a:?"',
  'a properties ports port = 81',
  'a properties ports protocol = "TCP"',
  'a properties destinationPortRange = "8000-8100"',
);
lua('a = f("x\\z\n 80\\z\r\n y")\nport = 3 -- "', 'a f = "x 80 y" @f[0]', 'port = 3');
