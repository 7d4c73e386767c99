import { useEffect, useState } from 'react';
import { Box, Container, Header, Switch } from '@backstage/ui';
import { storiesOf } from '../src/__testUtils__/Story';
import * as board from '../src/board/Board.stories';
import * as changeCard from '../src/changes/ChangeCard.stories';
import * as changeLogPage from '../src/changes/ChangeLogPage.stories';
import * as changePage from '../src/changes/ChangePage.stories';
import * as historyCard from '../src/changes/HistoryCard.stories';
import * as costCard from '../src/costs/CostCard.stories';
import * as databaseMigrationCard from '../src/databaseMigrations/DatabaseMigrationCard.stories';
import * as fleetPage from '../src/fleet/FleetPage.stories';
import * as budgetMeter from '../src/kit/BudgetMeter.stories';
import * as statusLabel from '../src/kit/StatusLabel.stories';
import * as actionBar from '../src/overview/ActionBar.stories';
import * as applicationCard from '../src/overview/ApplicationCard.stories';
import * as environmentCard from '../src/overview/EnvironmentCard.stories';
import * as environmentTab from '../src/overview/EnvironmentTab.stories';
import * as headline from '../src/overview/Headline.stories';
import * as chooseReleasePage from '../src/plans/ChooseReleasePage.stories';
import * as chooseVersionPage from '../src/plans/ChooseVersionPage.stories';
import * as planPage from '../src/plans/PlanPage.stories';
import * as restartPage from '../src/plans/RestartPage.stories';
import * as scalePage from '../src/plans/ScalePage.stories';
import * as rolloutCard from '../src/releases/RolloutCard.stories';
import * as stackCard from '../src/stacks/StackCard.stories';
import * as addEnvironment from '../src/stamps/AddEnvironment.stories';
import * as templateCard from '../src/stamps/TemplateCard.stories';
import * as templateLine from '../src/stamps/TemplateLine.stories';
import * as environmentStep from '../src/wizard/EnvironmentStep.stories';
import * as estimateCard from '../src/wizard/EstimateCard.stories';
import * as findingsCard from '../src/wizard/FindingsCard.stories';
import * as targetChoice from '../src/wizard/TargetChoice.stories';

/** Titles of the stories files and their stories, in reading order. */
const chapters = [
  { title: environmentCard.default.title, stories: storiesOf(environmentCard) },
  { title: applicationCard.default.title, stories: storiesOf(applicationCard) },
  { title: templateCard.default.title, stories: storiesOf(templateCard) },
  { title: templateLine.default.title, stories: storiesOf(templateLine) },
  { title: addEnvironment.default.title, stories: storiesOf(addEnvironment) },
  { title: board.default.title, stories: storiesOf(board) },
  { title: environmentTab.default.title, stories: storiesOf(environmentTab) },
  { title: headline.default.title, stories: storiesOf(headline) },
  { title: actionBar.default.title, stories: storiesOf(actionBar) },
  { title: changeCard.default.title, stories: storiesOf(changeCard) },
  { title: rolloutCard.default.title, stories: storiesOf(rolloutCard) },
  {
    title: databaseMigrationCard.default.title,
    stories: storiesOf(databaseMigrationCard),
  },
  { title: costCard.default.title, stories: storiesOf(costCard) },
  { title: stackCard.default.title, stories: storiesOf(stackCard) },
  { title: historyCard.default.title, stories: storiesOf(historyCard) },
  {
    title: chooseVersionPage.default.title,
    stories: storiesOf(chooseVersionPage),
  },
  {
    title: chooseReleasePage.default.title,
    stories: storiesOf(chooseReleasePage),
  },
  { title: scalePage.default.title, stories: storiesOf(scalePage) },
  { title: restartPage.default.title, stories: storiesOf(restartPage) },
  { title: planPage.default.title, stories: storiesOf(planPage) },
  { title: changePage.default.title, stories: storiesOf(changePage) },
  { title: changeLogPage.default.title, stories: storiesOf(changeLogPage) },
  { title: fleetPage.default.title, stories: storiesOf(fleetPage) },
  { title: environmentStep.default.title, stories: storiesOf(environmentStep) },
  { title: estimateCard.default.title, stories: storiesOf(estimateCard) },
  { title: findingsCard.default.title, stories: storiesOf(findingsCard) },
  { title: targetChoice.default.title, stories: storiesOf(targetChoice) },
  { title: budgetMeter.default.title, stories: storiesOf(budgetMeter) },
  { title: statusLabel.default.title, stories: storiesOf(statusLabel) },
];

/** Every story; `?title=` shows one component, `&story=` one story, `&theme=dark` the other theme. */
export function StoryGallery() {
  const query = new URLSearchParams(window.location.search);
  const [dark, setDark] = useState(query.get('theme') === 'dark');
  useEffect(() => {
    document.body.dataset.themeMode = dark ? 'dark' : 'light';
  }, [dark]);
  const wanted = (parameter: string, name: string) =>
    (query.get(parameter) ?? name) === name;
  return (
    <>
      <Header
        title="Stories"
        customActions={
          <Switch label="Dark" isSelected={dark} onChange={setDark} />
        }
      />
      <Container>
        {chapters
          .filter(({ title }) => wanted('title', title))
          .map(({ title, stories }) => (
            <section key={title} aria-label={title}>
              <h2>{title}</h2>
              {stories
                .filter(({ name }) => wanted('story', name))
                .map(({ name, element }) => (
                  <Box key={name} mb="6">
                    <h3>{name}</h3>
                    {element}
                  </Box>
                ))}
            </section>
          ))}
      </Container>
    </>
  );
}
