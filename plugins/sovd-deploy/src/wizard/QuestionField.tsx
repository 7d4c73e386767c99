import { ChoiceButtons } from './ChoiceButtons';
import { ChoiceMenu } from './ChoiceMenu';
import { ListQuestionField } from './ListQuestionField';
import { NumberQuestionField } from './NumberQuestionField';
import type { QuestionProps } from './Question';
import { ResourcesQuestionField } from './ResourcesQuestionField';
import { SwitchQuestionField } from './SwitchQuestionField';
import { TextQuestionField } from './TextQuestionField';

/** The field that fits the kind of a question. */
export function QuestionField({ question, ...rest }: QuestionProps) {
  switch (question.kind) {
    case 'text':
      return <TextQuestionField question={question} {...rest} />;
    case 'list':
      return <ListQuestionField question={question} {...rest} />;
    case 'number':
      return <NumberQuestionField question={question} {...rest} />;
    case 'count':
      return <ChoiceButtons question={question} {...rest} />;
    case 'choice':
      return question.look === 'menu' ? (
        <ChoiceMenu question={question} {...rest} />
      ) : (
        <ChoiceButtons question={question} {...rest} />
      );
    case 'switch':
      return <SwitchQuestionField question={question} {...rest} />;
    case 'resources':
      return <ResourcesQuestionField question={question} {...rest} />;
    default:
      return question satisfies never;
  }
}
