-- Run by neovim.ts inside Neovim 0.7 or newer; prints what it saw, one "key: value" a line.
local file = vim.env.PORTOLAN_FILE

local function say(key, value)
  io.stdout:write(key .. ': ' .. tostring(value):gsub('\n', ' ') .. '\n')
end

local function position(text)
  for index, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = line:find(text, 1, true)
    if column then return { line = index - 1, character = column } end
  end
  error(text .. ' is not in the file')
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({
    name = 'portolan',
    cmd = { vim.env.PORTOLAN_NODE, vim.env.PORTOLAN_CLI, 'lsp', '--stdio' },
    root_dir = vim.fn.fnamemodify(file, ':h'),
  })
  assert(client, 'the server does not start')
  vim.lsp.buf_attach_client(buffer, client)
  local here = { uri = vim.uri_from_bufnr(buffer) }

  local function request(method, parameters)
    local answers = assert(vim.lsp.buf_request_sync(buffer, method, parameters, 10000), 'no answer to ' .. method)
    return answers[client] and answers[client].result
  end

  vim.wait(15000, function() return #vim.diagnostic.get(buffer) > 0 end, 50)
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    say('diagnostic', diagnostic.message)
  end

  local hover = request('textDocument/hover', { textDocument = here, position = position('5432:5432') })
  say('hover', hover and (hover.contents.value or hover.contents) or 'none')

  local start = position('5432:5432')
  local range = { start = start, ['end'] = start }
  local actions = request('textDocument/codeAction', {
    textDocument = here,
    range = range,
    context = { diagnostics = {} },
  })
  for _, action in ipairs(actions or {}) do
    say('action', action.title)
  end
  vim.lsp.stop_client(client)
end)
if not ok then
  say('error', problem)
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
