import '../../transports/http/knows-module.ts'
import '../beta/inner.ts'
import '../../adapters/memory/knows-module.ts'
import '../beta/module.ts'
