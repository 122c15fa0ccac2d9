import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConnection } from '../../server/core/ports/read/connection.ts';
import { readDsn } from '../../server/core/ports/read/dsn.ts';
import { filledIn, showPorts } from '../harness/networkPorts.ts';

function check(text: string, expected: string): void {
  test(text, () => assert.equal(showPorts(text, readDsn(filledIn(text))), expected));
}

check('Server=tcp:db,1433;Initial Catalog=x', 'db:1433');
check('Server=db, 1433 ;Database=x', 'db:1433');
check('Data Source=db\\inst,1433;User Id=x', 'db:1433');
check('server=db;database=x', '');
check('Server="db,1433";Password="a;Port=1"', 'db:1433');
check('Host=db;Port=5432;Username=x', 'db:5432');
check('Host=a:5433,b:5434;Database=x', 'a:5433 b:5434');
check('DRIVER={MySQL; 8.0};SERVER=db;PORT=3306', 'db:3306');
check('Data Source=//ora:1521/svc;User Id=x', 'ora:1521');
check('Port=5432', '');
check('timeout=30;port=5432', '');

check('host=db port=5432 dbname=x', 'db:5432');
check("host = 'db' port = '5432' password='a port=1'", 'db:5432');
check('host=a,b port=5432,5433', 'a,b:5432 a,b:5433');
check('user=x port=$PGPORT', '?:$PGPORT=$PGPORT');

check('u:pw@tcp(db:3306)/x?y=1', 'db:3306');
check('u:pw@tcp([::1]:3306)/x', '::1:3306');
check('u:pw@unix(/run/x)/y', '');
check('u:pw@tcp(db)/x', '');

check('jdbc:mysql://address=(host=db)(port=3306)/x', 'db:3306');
check('jdbc:mysql://(host=a,port=3306),(host=b,port=3307)/x', 'a:3306 b:3307');
check('jdbc:oracle:thin:@db:1521:SID', 'db:1521');
check('jdbc:oracle:thin:scott/tiger@db:1521/svc', 'db:1521');
check('jdbc:oracle:thin:@//db:1521/svc', 'db:1521');
check('jdbc:oracle:thin:@a:1521,b:1522/svc', 'a:1521 b:1522');
check('(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db)(PORT = 1521))(CONNECT_DATA=(SID=x)))', 'db:1521');
check('jdbc:sqlserver://db;portNumber=1433;databaseName=x', '?:1433');

test('any form', () => {
  const text = 'redis-1:6379,redis-2:6380,ssl=false,password=12:34';
  assert.equal(showPorts(text, readConnection(filledIn(text))), 'redis-1:6379 redis-2:6380');
  const blobs = 'AccountName=x;BlobEndpoint=http://127.0.0.1:10000/x;QueueEndpoint=http://127.0.0.1:10001/x';
  assert.equal(showPorts(blobs, readConnection(filledIn(blobs))), '127.0.0.1:10000 127.0.0.1:10001');
});
