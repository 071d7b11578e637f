/** What criteria are called in one language. */
export interface LanguageLabels {
  readonly language: string;
  /** Words that end a label which governs any list, wherever it stands; each is used for nothing else. */
  readonly anywhere: readonly string[];
  /** Words that are a label only as they stand, in a requirement and directly above a list: elsewhere they mean other things as well. */
  readonly inRequirement: readonly string[];
}

/**
 * What people call acceptance criteria, in the ten languages in which most requirement documents are written: under `**Akzeptanzkriterien:**` or
 * `### 验收标准` the list holds criteria. Taken from public documents. Letter case, accents and the kind of apostrophe do not count.
 */
export const CRITERIA_LABELS: readonly LanguageLabels[] = [
  {
    language: 'English',
    anywhere: ['Acceptance Criteria', 'Success Criteria', 'Exit Criteria', 'Definition of Done', 'Quality Gates', 'Acceptance Scenarios'],
    inRequirement: ['AC', 'ACs', 'DoD', 'Acceptance', 'Acceptance Tests', 'Acceptance Conditions', 'Done When'],
  },
  {
    language: 'Chinese',
    anywhere: [
      '验收标准',
      '验收准则',
      '验收条件',
      '接受标准',
      '成功标准',
      '完成标准',
      '完成的定义',
      '完成定义',
      '质量门禁',
      '驗收標準',
      '驗收條件',
    ],
    inRequirement: ['验收', '驗收', '验收测试', '验收场景', '验收点', '退出标准', '退出条件'],
  },
  {
    language: 'German',
    anywhere: [
      'Akzeptanzkriterien',
      'Akzeptanz-Kriterien',
      'Abnahmekriterien',
      'Abnahme-Kriterien',
      'Erfolgskriterien',
      'Fertigstellungskriterien',
    ],
    inRequirement: [
      'Akzeptanz',
      'Abnahme',
      'Akzeptanztests',
      'Akzeptanzszenarien',
      'Abnahmetests',
      'Abnahmebedingungen',
      'Fertig, wenn',
      'Fertig wenn',
    ],
  },
  {
    language: 'Spanish',
    anywhere: ['Criterios de aceptación', 'Criterios de éxito', 'Criterios de salida', 'Definición de terminado'],
    inRequirement: ['Aceptación', 'Definición de hecho', 'Pruebas de aceptación', 'Escenarios de aceptación', 'Condiciones de aceptación'],
  },
  {
    language: 'Portuguese',
    anywhere: [
      'Critérios de aceitação',
      'Critérios de aceite',
      'Critérios de sucesso',
      'Critérios de saída',
      'Critérios de pronto',
      'Definição de pronto',
    ],
    inRequirement: ['Aceite', 'Aceitação', 'Testes de aceitação', 'Cenários de aceitação', 'Condições de aceite'],
  },
  {
    language: 'French',
    anywhere: [
      "Critères d'acceptation",
      "Critères d'acceptance",
      'Critères de succès',
      'Critères de réussite',
      'Critères de sortie',
      'Définition de terminé',
    ],
    inRequirement: ['Acceptation', "Tests d'acceptation", "Scénarios d'acceptation", "Conditions d'acceptation", 'Critères de validation'],
  },
  {
    language: 'Japanese',
    anywhere: [
      '受け入れ基準',
      '受け入れ条件',
      '受入基準',
      '受入条件',
      '受入れ基準',
      '受入れ条件',
      '成功基準',
      '完了条件',
      '完了基準',
      '完了の定義',
      '品質ゲート',
    ],
    inRequirement: ['受け入れ', '受け入れテスト', '受入テスト', '受け入れシナリオ', '合格条件', '合格基準', '終了条件'],
  },
  {
    language: 'Korean',
    anywhere: [
      '인수 조건',
      '인수 기준',
      '인수조건',
      '인수기준',
      '수용 기준',
      '수용 조건',
      '수락 기준',
      '수락 조건',
      '성공 기준',
      '완료 조건',
      '완료 기준',
      '완료의 정의',
      '품질 게이트',
    ],
    inRequirement: ['승인 기준', '인수 테스트', '인수 시나리오', '수용 시나리오', '종료 조건', '종료 기준'],
  },
  {
    language: 'Russian',
    anywhere: [
      'Критерии приёмки',
      'Критерии приемлемости',
      'Критерии принятия',
      'Критерии успеха',
      'Критерии готовности',
      'Критерии завершения',
    ],
    inRequirement: [
      'Приёмка',
      'Определение готовности',
      'Условия приёмки',
      'Сценарии приёмки',
      'Приёмочные тесты',
      'Приёмочные сценарии',
      'Приёмочные критерии',
      'Критерии выхода',
    ],
  },
  {
    language: 'Italian',
    anywhere: [
      'Criteri di accettazione',
      'Criteri di successo',
      'Criteri di uscita',
      'Criteri di completamento',
      'Definizione di completato',
    ],
    inRequirement: [
      'Accettazione',
      'Definizione di fatto',
      'Test di accettazione',
      'Scenari di accettazione',
      'Condizioni di accettazione',
    ],
  },
];

/** The ones that everybody is shown who asks what there is. */
export const ENGLISH_LABELS: readonly string[] = CRITERIA_LABELS.flatMap(({ language, anywhere }) =>
  language === 'English' ? anywhere : [],
);
