/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"
#include "model/tori-ratings.h"

G_BEGIN_DECLS

#define TORI_TYPE_TOPIC (tori_topic_get_type ())

G_DECLARE_FINAL_TYPE (ToriTopic, tori_topic, TORI, TOPIC, ToriRecord)

const char *tori_topic_get_title (ToriTopic *self);
const char *const *tori_topic_get_items (ToriTopic *self);
const char *const *tori_topic_get_divisions (ToriTopic *self);
const ToriRatings *tori_topic_get_ratings (ToriTopic *self);

G_END_DECLS
