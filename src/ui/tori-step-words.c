/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-step-words.h"

#include <glib/gi18n.h>

/* Whole phrases, because languages put undo and what is undone together in different ways. */
static const struct
{
  const char *undo;
  const char *redo;
} words[] = {
  /* Translators: in the menu and at the button, for example 「達成度の変更」を元に戻す. */
  [TORI_STEP_NONE] = { N_ ("Undo"), N_ ("Redo") },
  [TORI_STEP_ADD_INITIATIVE] = { N_ ("Undo Adding an Initiative"), N_ ("Redo Adding an Initiative") },
  [TORI_STEP_REMOVE_INITIATIVE] = { N_ ("Undo Deleting an Initiative"), N_ ("Redo Deleting an Initiative") },
  [TORI_STEP_MOVE_INITIATIVE] = { N_ ("Undo Moving an Initiative"), N_ ("Redo Moving an Initiative") },
  [TORI_STEP_NUMBER] = { N_ ("Undo Change of Number"), N_ ("Redo Change of Number") },
  [TORI_STEP_TITLE] = { N_ ("Undo Change of Title"), N_ ("Redo Change of Title") },
  [TORI_STEP_YEARS] = { N_ ("Undo Change of Years"), N_ ("Redo Change of Years") },
  [TORI_STEP_MERGED_INTO] = { N_ ("Undo Change of Merging"), N_ ("Redo Change of Merging") },
  [TORI_STEP_RELISTED] = { N_ ("Undo Change of Further Listings"), N_ ("Redo Change of Further Listings") },
  [TORI_STEP_DIVISIONS] = { N_ ("Undo Change of Divisions"), N_ ("Redo Change of Divisions") },
  [TORI_STEP_ADD_ITEM] = { N_ ("Undo Adding an Item"), N_ ("Redo Adding an Item") },
  [TORI_STEP_REMOVE_ITEM] = { N_ ("Undo Deleting an Item"), N_ ("Redo Deleting an Item") },
  [TORI_STEP_MOVE_ITEM] = { N_ ("Undo Moving an Item"), N_ ("Redo Moving an Item") },
  [TORI_STEP_ITEM] = { N_ ("Undo Change of Item"), N_ ("Redo Change of Item") },
  [TORI_STEP_ADD_LANE] = { N_ ("Undo Adding a Lane"), N_ ("Redo Adding a Lane") },
  [TORI_STEP_REMOVE_LANE] = { N_ ("Undo Deleting a Lane"), N_ ("Redo Deleting a Lane") },
  [TORI_STEP_ADD_SPAN] = { N_ ("Undo Adding a Phase"), N_ ("Redo Adding a Phase") },
  [TORI_STEP_SPAN] = { N_ ("Undo Change of Phase"), N_ ("Redo Change of Phase") },
  [TORI_STEP_REMOVE_SPAN] = { N_ ("Undo Deleting a Phase"), N_ ("Redo Deleting a Phase") },
  [TORI_STEP_ADD_INDICATOR] = { N_ ("Undo Adding an Indicator"), N_ ("Redo Adding an Indicator") },
  [TORI_STEP_REMOVE_INDICATOR] = { N_ ("Undo Deleting an Indicator"), N_ ("Redo Deleting an Indicator") },
  [TORI_STEP_INDICATOR] = { N_ ("Undo Change of Indicator"), N_ ("Redo Change of Indicator") },
  [TORI_STEP_FIGURE] = { N_ ("Undo Change of Figure"), N_ ("Redo Change of Figure") },
  [TORI_STEP_LEVEL] = { N_ ("Undo Change of Level"), N_ ("Redo Change of Level") },
  [TORI_STEP_STATE] = { N_ ("Undo Change of State"), N_ ("Redo Change of State") },
  [TORI_STEP_ADD_TOPIC] = { N_ ("Undo Adding a Topic"), N_ ("Redo Adding a Topic") },
  [TORI_STEP_REMOVE_TOPIC] = { N_ ("Undo Deleting a Topic"), N_ ("Redo Deleting a Topic") },
  [TORI_STEP_MOVE_TOPIC] = { N_ ("Undo Moving a Topic"), N_ ("Redo Moving a Topic") },
  [TORI_STEP_TOPIC] = { N_ ("Undo Change of Topic"), N_ ("Redo Change of Topic") },
  [TORI_STEP_ADD_TEXT] = { N_ ("Undo Adding a Text"), N_ ("Redo Adding a Text") },
  [TORI_STEP_REMOVE_TEXT] = { N_ ("Undo Deleting a Text"), N_ ("Redo Deleting a Text") },
  [TORI_STEP_MOVE_TEXT] = { N_ ("Undo Moving a Text"), N_ ("Redo Moving a Text") },
  [TORI_STEP_TEXT_TOPICS] = { N_ ("Undo Change of a Text’s Topics"), N_ ("Redo Change of a Text’s Topics") },
  [TORI_STEP_ACTIONS] = { N_ ("Undo Change of Actions Taken"), N_ ("Redo Change of Actions Taken") },
  [TORI_STEP_OUTCOME] = { N_ ("Undo Change of Results and Issues"),
                          N_ ("Redo Change of Results and Issues") },
  [TORI_STEP_OUTLOOK] = { N_ ("Undo Change of Next Steps"), N_ ("Redo Change of Next Steps") },
  [TORI_STEP_NOTE] = { N_ ("Undo Change of Note"), N_ ("Redo Change of Note") },
  [TORI_STEP_ATTACHMENTS] = { N_ ("Undo Change of Attachments"), N_ ("Redo Change of Attachments") },
  [TORI_STEP_AUTHOR] = { N_ ("Undo Change of Author"), N_ ("Redo Change of Author") },
  [TORI_STEP_COPY_YEAR] = { N_ ("Undo Copying of Last Year’s Texts"),
                            N_ ("Redo Copying of Last Year’s Texts") },
  [TORI_STEP_REPLACE] = { N_ ("Undo Replacing"), N_ ("Redo Replacing") },
  [TORI_STEP_PASTE] = { N_ ("Undo Pasting"), N_ ("Redo Pasting") },
  [TORI_STEP_REPORTED_YEAR] = { N_ ("Undo Change of Reported Year"), N_ ("Redo Change of Reported Year") },
  [TORI_STEP_NEXT_YEAR] = { N_ ("Undo Beginning of Fiscal Year"), N_ ("Redo Beginning of Fiscal Year") },
  [TORI_STEP_PLAN] = { N_ ("Undo Change of Plan Settings"), N_ ("Redo Change of Plan Settings") },
  /* Translators: what others wrote into the same file was brought in. */
  [TORI_STEP_MERGE] = { N_ ("Undo Taking In Others’ Changes"), N_ ("Redo Taking In Others’ Changes") },
  [TORI_STEP_RESTORE] = { N_ ("Undo Return to a Former Version"), N_ ("Redo Return to a Former Version") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (words) == TORI_STEP_RESTORE + 1);

/**
 * tori_step_words_undo:
 * @step: what would be undone
 *
 * Returns: (transfer none): what the button and the menu say
 */
const char *
tori_step_words_undo (ToriStep step)
{
  return _ (words[step].undo);
}

/**
 * tori_step_words_redo:
 * @step: what would be done again
 *
 * Returns: (transfer none): what the button and the menu say
 */
const char *
tori_step_words_redo (ToriStep step)
{
  return _ (words[step].redo);
}
