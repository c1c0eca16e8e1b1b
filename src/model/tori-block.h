/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"

G_BEGIN_DECLS

#define TORI_TYPE_BLOCK (tori_block_get_type ())

G_DECLARE_FINAL_TYPE (ToriBlock, tori_block, TORI, BLOCK, ToriRecord)

const char *const *tori_block_get_topics (ToriBlock *self);
const char *tori_block_get_text (ToriBlock *self);
int tori_block_get_copied_from (ToriBlock *self);

G_END_DECLS
