import { checkIn } from './codeTable.ts';

const javascript = checkIn('javascript');
const python = checkIn('python');

javascript('export default { server: { port: 3000 } }', 'server port = 3000');
javascript(
  'import { defineConfig } from "vite"\nexport default defineConfig(({ mode }) => {\n  return {\n    server: { port: 3000, host: "0.0.0.0", proxy: { "/api": { target: `http://localhost:${process.env.API || 8080}`, ws: true } } },\n    preview: { port: Number(process.env.PORT) || 4173 }\n  }\n})',
  '= "vite"',
  'defineConfig server port = 3000 @defineConfig',
  'defineConfig server host = "0.0.0.0" @defineConfig',
  'defineConfig server proxy /api target = 8080 @defineConfig <API',
  'defineConfig server proxy /api target = "http://localhost:?" @defineConfig',
  'defineConfig preview port = 4173 @defineConfig <PORT',
);
javascript(
  'const port = parseInt(process.env.PORT || "3000", 10);\napp.listen(3000, "0.0.0.0")\nconst x = 3000 * 2, y = port + 1\nconst z: number = 80',
  'port = "3000" <PORT',
  'port parseInt = 10 @parseInt[1]',
  'app.listen = 3000 @app.listen[0]',
  'app.listen = "0.0.0.0" @app.listen[1]',
  'x = 3000 !',
  'x = 2 !',
  'y = 1 !',
  'z = 80',
);
javascript(
  'module.exports = { apps: [{ name: "a", script: "x.js", args: "-p 3000", env: { PORT: 3000, "A": \'b\' } }] };',
  'module exports apps name = "a"',
  'module exports apps script = "x.js"',
  'module exports apps args = "-p 3000"',
  'module exports apps env PORT = 3000',
  'module exports apps env A = "b"',
);
javascript(
  'const r = /"port: 3000/g; let a = b / 2 / c; class A { port: number = 3; listen(p = 4) { return 5 } }',
  'r = ""',
  'a = 2 !',
  'port = 3',
  'listen p = 4 @listen',
  '= 5',
);
javascript(
  'const p = process.env["PORT"] ?? 3000\nconst q = env.PORT ? +env.PORT : 4000\napp.set("port", process.env.PORT || 5000)',
  'p = 3000 <PORT',
  'q = 4000',
  'app.set = "port" @app.set[0]',
  'app.set = 5000 @app.set[1] <PORT',
);
javascript(
  'webServer: { command: "npm run dev", url: "http://127.0.0.1:3000", reuseExistingServer: !process.env.CI, timeout: 120 * 1000 }',
  'command = "npm run dev"',
  'url = "http://127.0.0.1:3000"',
  'timeout = 120 !',
  'timeout = 1000 !',
);
python(
  'import os\nbind = "0.0.0.0:8000"\nPORT = int(os.environ.get("PORT", 8000))\nworkers = 2 * 4 + 1\nDATABASES = {\n  "default": {"PORT": "5432", "HOST": env("H", default="x")},\n}\nc.ServerApp.port = 8888\n',
  'bind = "0.0.0.0:8000"',
  'PORT = 8000 <PORT',
  'workers = 2 !',
  'workers = 4 !',
  'workers = 1 !',
  'DATABASES default PORT = "5432"',
  'DATABASES default HOST = "x" <H',
  'c ServerApp port = 8888',
);
python(
  'port = env.int("PORT", default=8000)\nport: int = 3\ndef serve(port: int = 8080, host="x") -> None:\n    app.run(host="0.0.0.0", port=5000, debug=True)\nif port == 443: x = 4\n',
  'port = 8000 <PORT',
  'port = 3',
  'port = 8080',
  'host = "x"',
  'app.run host = "0.0.0.0" @app.run',
  'app.run port = 5000 @app.run',
  '= 443',
  'x = 4',
);
python(
  'x = f"http://localhost:{os.getenv(\'PORT\', 8000):>5}/{port}"\nport = os.getenv("PORT") or "8000"\nPORTS = 80, 443\nALLOWED = ["a:80", r"\\d"]\n"""doc 80"""',
  'x = 8000 <PORT',
  'x = "http://localhost:?/?"',
  'port = "8000" <PORT',
  'PORTS = 80',
  'PORTS = 443',
  'ALLOWED = "a:80"[0]',
  'ALLOWED = "\\d"[1]',
  '= "doc 80"',
);
python(
  "docker_compose('x.yml')\nk8s_resource('app', port_forwards=['8080:80', 9090, port_forward(8000, 80)], labels=['x'])\nlocal_resource('x', serve_cmd='npm start -- --port 3000', links=[link('http://localhost:3000', 'app')])",
  'docker_compose = "x.yml" @docker_compose[0]',
  'k8s_resource = "app" @k8s_resource[0]',
  'k8s_resource port_forwards = "8080:80" @k8s_resource[0]',
  'k8s_resource port_forwards = 9090 @k8s_resource[1]',
  'k8s_resource port_forwards port_forward = 8000 @port_forward[0]',
  'k8s_resource port_forwards port_forward = 80 @port_forward[1]',
  'k8s_resource labels = "x" @k8s_resource[0]',
  'local_resource = "x" @local_resource[0]',
  'local_resource serve_cmd = "npm start -- --port 3000" @local_resource',
  'local_resource links link = "http://localhost:3000" @link[0]',
  'local_resource links link = "app" @link[1]',
);
javascript('const a = `\n80 ${`b`}\n`;\nconst port = 3000;', 'a = "\n80 ?\n"', 'port = 3000');
