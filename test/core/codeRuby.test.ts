import { checkIn } from './codeTable.ts';

const ruby = checkIn('ruby');
const elixir = checkIn('elixir');

ruby(
  'Vagrant.configure("2") do |config|\n  config.vm.network "forwarded_port", guest: 80, host: 8080, host_ip: "127.0.0.1"\n  config.vm.network :forwarded_port, :guest => 81, :host => 8081\n  config.ssh.port = 2222\n  config.vm.provider "virtualbox" do |vb|\n    vb.memory = 1024\n    if x\n      vb.port = 1\n    end\n  end\n  config.vm.usable_port_range = 2200..2250\nend\nport 3000',
  'Vagrant.configure = "2" @Vagrant.configure[0]',
  'Vagrant.configure config.vm.network = "forwarded_port" @config.vm.network[0]',
  'Vagrant.configure config.vm.network guest = 80 @config.vm.network',
  'Vagrant.configure config.vm.network host = 8080 @config.vm.network',
  'Vagrant.configure config.vm.network host_ip = "127.0.0.1" @config.vm.network',
  'Vagrant.configure config.vm.network guest = 81 @config.vm.network',
  'Vagrant.configure config.vm.network host = 8081 @config.vm.network',
  'Vagrant.configure config ssh port = 2222',
  'Vagrant.configure config.vm.provider = "virtualbox" @config.vm.provider[0]',
  'Vagrant.configure config.vm.provider vb memory = 1024',
  'Vagrant.configure config.vm.provider vb port = 1',
  'Vagrant.configure config vm usable_port_range = 2200..2250',
  'port = 3000 @port[0]',
);
ruby(
  'port ENV.fetch("PORT") { 3000 }\nport        ENV.fetch("PORT", 3000)\nport ENV["PORT"] || 3000\nbind "tcp://0.0.0.0:#{ENV.fetch(\'PORT\', 9292)}"\nlisten "127.0.0.1:8080", :tcp_nopush => true\nport ENV.fetch("PORT") do\n 80\nend\n',
  'port = 3000 @port <PORT',
  'port = 3000 @port[0] <PORT',
  'port = 3000 @port[0] <PORT',
  'bind = 9292 @bind[0] <PORT',
  'bind = "tcp://0.0.0.0:?" @bind[0]',
  'listen = "127.0.0.1:8080" @listen[0]',
  'port = 80',
);
ruby(
  "gitlab_rails['gitlab_shell_ssh_port'] = 22\nexternal_url 'http://x:8080'\nprometheus['listen_address'] = 'localhost:9090'\nalertmanager['x'] = { 'port' => 9 }\nports = %w[80 443]\nx = <<~EOS\n  port 80\nEOS\ny = 3\nreturn 5 if z\nset :port, 4567",
  'gitlab_rails gitlab_shell_ssh_port = 22',
  'external_url = "http://x:8080" @external_url[0]',
  'prometheus listen_address = "localhost:9090"',
  'alertmanager x port = 9',
  'ports = "80"[0]',
  'ports = "443"[1]',
  'x = "  port 80\n"',
  'y = 3',
  '= 5',
  '= 4567[1]',
);
elixir(
  'import Config\nconfig :app, AppWeb.Endpoint,\n  http: [ip: {127, 0, 0, 1}, port: 4000],\n  url: [host: "x", port: 443]\nif config_env() == :prod do\n  port = String.to_integer(System.get_env("PORT") || "4000")\n  config :app, Repo, url: "ecto://a@#{x}:5432/d", pool_size: 10\nend\nconfig :a, :port, 5\nconfig :b, port: System.get_env("PORT", "4000")',
  'config http ip = 127 @config',
  'config http ip = 0 @config',
  'config http ip = 0 @config',
  'config http ip = 1 @config',
  'config http port = 4000 @config',
  'config url host = "x" @config',
  'config url port = 443 @config',
  'port = "4000" <PORT',
  'config url = "ecto://a@?:5432/d" @config',
  'config pool_size = 10 @config',
  'config = 5 @config[2]',
  'config port = "4000" @config <PORT',
);
elixir('x = "#{%{a: 1} || y}" \nport = 80', 'x = "?"', 'port = 80');
