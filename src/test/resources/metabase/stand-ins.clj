;; As much of Metabase as its drivers see: the multimethods they implement, and their dispatch.

(ns metabase.driver)
(def registered (atom {}))
(defn register! [driver & {:as options}] (swap! registered assoc driver options))
(defmulti database-supports? (fn [driver feature _database] [driver feature]))
(defmulti db-default-timezone (fn [driver _database] driver))
(defmulti db-start-of-week identity)

(ns metabase.driver.sql-jdbc.connection)
(defmulti connection-details->spec (fn [driver _details] driver))
(defmulti data-source-name (fn [driver _details] driver))

(ns metabase.driver.sql-jdbc.sync)
(defmulti database-type->base-type (fn [driver _type] driver))
(defmulti excluded-schemas identity)

(ns metabase.driver.sql.query-processor
  (:require [clojure.string :as str]))
(defmulti current-datetime-honeysql-form identity)
(defmulti add-interval-honeysql-form (fn [driver _expr _amount _unit] driver))
(defmulti unix-timestamp->honeysql (fn [driver unit _expr] [driver unit]))
(defmulti datetime-diff (fn [driver unit _x _y] [driver unit]))
(defmulti date (fn [driver unit _expr] [driver unit]))
(defn adjust-start-of-week [_driver truncate expr] (truncate expr))
(defn adjust-day-of-week [_driver expr] expr)

;; The part of Honey SQL 2 that the driver uses.
(defn format-honeysql [form]
  (cond
    (not (vector? form))     (str form)
    (= :raw (first form))    (second form)
    (= :inline (first form)) (if (string? (second form)) (str "'" (second form) "'") (str (second form)))
    :else                    (str (str/upper-case (name (first form)))
                                  "(" (str/join ", " (map format-honeysql (rest form))) ")")))
