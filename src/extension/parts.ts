import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { PinReview } from './commands/reviewPin.ts';
import { DocumentBadges } from './marks/documentBadges.ts';
import { StatusMarks } from './marks/statusMarks.ts';
import { MatrixPanel } from './matrix/matrixPanel.ts';
import { PreviewMarks } from './preview/previewMarks.ts';
import { BaseDocuments } from './review/baseDocuments.ts';
import { PublicBase } from './review/publicBase.ts';
import { ReviewView } from './review/reviewView.ts';
import { StatusBar } from './status/statusBar.ts';
import { LineCoverage } from './testing/lineCoverage.ts';
import { RequirementTests } from './testing/requirementTests.ts';
import { SharedController } from './testing/sharedController.ts';
import type { TestServer } from './testing/testRuns.ts';
import { RequirementsView } from './tree/requirementsView.ts';
import { ContextKeyService } from './window/contextKeys.ts';
import { OnceTold } from './window/onceTold.ts';
import { PackedDocuments } from './window/packedDocuments.ts';

/** All that the extension shows, each to be disposed of. */
export interface Parts {
  readonly view: RequirementsView;
  readonly statusBar: StatusBar;
  readonly marks: StatusMarks;
  readonly badges: DocumentBadges;
  readonly preview: PreviewMarks;
  readonly pins: PinReview;
  readonly review: ReviewView;
  readonly publicBase: PublicBase;
  readonly baseDocuments: BaseDocuments;
  readonly packedDocuments: PackedDocuments;
  readonly matrix: MatrixPanel;
  readonly lineCoverage: LineCoverage;
  readonly controller: SharedController;
  readonly tests: RequirementTests;
  readonly onceTold: OnceTold;
}

/** Makes them; they are empty until the server has answered. */
export function createParts(server: TestServer, { workspaceState }: ExtensionContext, log: LogOutputChannel): Parts {
  const { request: ask } = server;
  const controller = new SharedController();
  const contextKeys = new ContextKeyService();
  const publicBase = new PublicBase();
  return {
    view: new RequirementsView(ask, workspaceState, contextKeys, log),
    statusBar: new StatusBar(),
    marks: new StatusMarks(ask, log),
    badges: new DocumentBadges(ask, log),
    preview: new PreviewMarks(ask, log),
    pins: new PinReview(ask),
    review: new ReviewView(ask, workspaceState, contextKeys, log),
    publicBase,
    baseDocuments: new BaseDocuments(ask, publicBase),
    packedDocuments: new PackedDocuments(ask),
    matrix: new MatrixPanel(ask, workspaceState),
    lineCoverage: new LineCoverage(ask, controller),
    controller,
    tests: new RequirementTests(server, controller, workspaceState, log),
    onceTold: new OnceTold(log),
  };
}
