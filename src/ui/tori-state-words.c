/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-state-words.h"

#include <glib/gi18n.h>

/**
 * tori_state_words:
 * @state: how far an entry is on its way
 *
 * Returns: (transfer none): its name in the interface
 */
const char *
tori_state_words (ToriState state)
{
  switch (state)
    {
    case TORI_STATE_DRAFT: return C_ ("state of an entry", "Draft");
    case TORI_STATE_SUBMITTED: return C_ ("state of an entry", "Submitted");
    case TORI_STATE_RETURNED: return C_ ("state of an entry", "Returned");
    case TORI_STATE_CONFIRMED: return C_ ("state of an entry", "Confirmed");
    default: g_return_val_if_reached ("");
    }
}
