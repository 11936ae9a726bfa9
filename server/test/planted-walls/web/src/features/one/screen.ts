import '../two/screen.ts'
import '../../../../server/src/platform/fine.ts'
