import { Link } from '@backstage/ui';

/** An address of the web, without the punctuation that ends its sentence. */
const address = /(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]])/;

/** A sentence of the backend's; the addresses in it can be followed. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {text.split(address).map((piece, index) =>
        // what the group of the pattern matched stands at every second place
        index % 2 === 1 ? (
          <Link key={index} href={piece}>
            {piece}
          </Link>
        ) : (
          piece
        ),
      )}
    </>
  );
}
